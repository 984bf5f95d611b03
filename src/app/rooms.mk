# src/app: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/cmd-check.c src/app/cmd-check.h \
  src/app/cmd-config.c src/app/cmd-config.h \
  src/app/cmd-explain.c src/app/cmd-explain.h \
  src/app/cmd-pec.c src/app/cmd-pec.h \
  src/app/cmd-reconcile.c src/app/cmd-reconcile.h \
  src/app/cmd-statement.c src/app/cmd-statement.h \
  src/app/cmd-trace.c src/app/cmd-trace.h \
  src/app/cmd-version.c src/app/cmd-version.h \
  src/app/command.c src/app/command.h \
  src/app/config-file.c src/app/config-file.h \
  src/app/internal-error.c src/app/internal-error.h \
  src/app/interruption.c src/app/interruption.h \
  src/app/option-value.c src/app/option-value.h \
  src/app/options.c src/app/options.h \
  src/app/plan.c src/app/plan.h \
  src/app/print.c src/app/print.h \
  src/app/progress.c src/app/progress.h \
  src/app/rejects-target.c src/app/rejects-target.h \
  src/app/run.c src/app/run.h \
  src/app/run-status.h \
  src/app/stated-options.c src/app/stated-options.h \
  src/app/terminal.c src/app/terminal.h \
  src/app/unmatched.c src/app/unmatched.h

check_PROGRAMS += \
  tests/app/test-command \
  tests/app/test-config-file \
  tests/app/test-internal-error \
  tests/app/test-interruption \
  tests/app/test-option-value \
  tests/app/test-options \
  tests/app/test-plan \
  tests/app/test-progress \
  tests/app/test-rejects-target \
  tests/app/test-stated-options \
  tests/app/test-terminal

EXTRA_DIST += src/app/README.md
