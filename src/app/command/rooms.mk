# src/app/command: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/command/cmd-benefits.c src/app/command/cmd-benefits.h \
  src/app/command/cmd-check.c src/app/command/cmd-check.h \
  src/app/command/cmd-close.c src/app/command/cmd-close.h \
  src/app/command/cmd-compare.c src/app/command/cmd-compare.h \
  src/app/command/cmd-config.c src/app/command/cmd-config.h \
  src/app/command/cmd-diff.c src/app/command/cmd-diff.h \
  src/app/command/cmd-credits.c src/app/command/cmd-credits.h \
  src/app/command/cmd-explain.c src/app/command/cmd-explain.h \
  src/app/command/cmd-fetch.c src/app/command/cmd-fetch.h \
  src/app/command/cmd-history.c src/app/command/cmd-history.h \
  src/app/command/cmd-init.c src/app/command/cmd-init.h \
  src/app/command/cmd-mca.c src/app/command/cmd-mca.h \
  src/app/command/cmd-mca-apply.c src/app/command/cmd-mca-apply.h \
  src/app/command/cmd-pec.c src/app/command/cmd-pec.h \
  src/app/command/cmd-reconcile.c src/app/command/cmd-reconcile.h \
  src/app/command/cmd-reopen.c src/app/command/cmd-reopen.h \
  src/app/command/cmd-resolve.c src/app/command/cmd-resolve.h \
  src/app/command/cmd-statement.c src/app/command/cmd-statement.h \
  src/app/command/cmd-trace.c src/app/command/cmd-trace.h \
  src/app/command/cmd-verify.c src/app/command/cmd-verify.h \
  src/app/command/cmd-version.c src/app/command/cmd-version.h \
  src/app/command/cmd-watch.c src/app/command/cmd-watch.h \
  src/app/command/history-details.h \
  src/app/command/reading-details.h \
  src/app/command/command.c src/app/command/command.h

check_PROGRAMS += \
  tests/app/command/test-command

EXTRA_DIST += src/app/command/README.md
