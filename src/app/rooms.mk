# src/app: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/hash-key.c src/app/hash-key.h \
  src/app/internal-error.c src/app/internal-error.h \
  src/app/interruption.c src/app/interruption.h \
  src/app/job.c src/app/job.h \
  src/app/print.c src/app/print.h \
  src/app/progress.c src/app/progress.h \
  src/app/rejects-target.c src/app/rejects-target.h \
  src/app/run-status.h \
  src/app/terminal.c src/app/terminal.h

check_PROGRAMS += \
  tests/app/test-hash-key \
  tests/app/test-internal-error \
  tests/app/test-interruption \
  tests/app/test-progress \
  tests/app/test-rejects-target \
  tests/app/test-terminal

EXTRA_DIST += src/app/README.md
