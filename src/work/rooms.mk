# src/work: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/work/customer-word.c src/work/customer-word.h \
  src/work/hash-key.c src/work/hash-key.h \
  src/work/intake.c src/work/intake.h \
  src/work/reconciliation.c src/work/reconciliation.h \
  src/work/report-status.c src/work/report-status.h \
  src/work/run-listener.h \
  src/work/unmatched.c src/work/unmatched.h

check_PROGRAMS += \
  tests/work/test-customer-word \
  tests/work/test-hash-key \
  tests/work/test-intake \
  tests/work/test-reconciliation \
  tests/work/test-report-status \
  tests/work/test-unmatched

EXTRA_DIST += src/work/README.md
