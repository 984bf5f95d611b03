# src/app/sandbox: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/sandbox/call-filter.c src/app/sandbox/call-filter.h \
  src/app/sandbox/file-rules.c src/app/sandbox/file-rules.h \
  src/app/sandbox/run-places.c src/app/sandbox/run-places.h \
  src/app/sandbox/sandbox.c src/app/sandbox/sandbox.h

check_PROGRAMS += \
  tests/app/sandbox/test-call-filter \
  tests/app/sandbox/test-file-rules \
  tests/app/sandbox/test-run-places

EXTRA_DIST += src/app/sandbox/README.md
