# src/engine: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/engine/customer-word.c src/engine/customer-word.h \
  src/engine/hash-key.c src/engine/hash-key.h \
  src/engine/intake.c src/engine/intake.h \
  src/engine/reconciliation.c src/engine/reconciliation.h \
  src/engine/report-form.c src/engine/report-form.h \
  src/engine/report-status.c src/engine/report-status.h \
  src/engine/run-listener.h \
  src/engine/unmatched.c src/engine/unmatched.h

check_PROGRAMS += \
  tests/engine/test-customer-word \
  tests/engine/test-hash-key \
  tests/engine/test-intake \
  tests/engine/test-reconciliation \
  tests/engine/test-report-form \
  tests/engine/test-report-status \
  tests/engine/test-unmatched

EXTRA_DIST += src/engine/README.md
