# src/core/mca: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/mca/mca-amount.c src/core/mca/mca-amount.h \
  src/core/mca/apply-charges.c src/core/mca/apply-charges.h \
  src/core/mca/apply-findings.c src/core/mca/apply-findings.h \
  src/core/mca/apply-payment.c src/core/mca/apply-payment.h \
  src/core/mca/apply-reckon.c src/core/mca/apply-reckon.h \
  src/core/mca/apply-rows.c src/core/mca/apply-rows.h \
  src/core/mca/credit-exclusions.c src/core/mca/credit-exclusions.h \
  src/core/mca/mca-balances.c src/core/mca/mca-balances.h \
  src/core/mca/mca-book.c src/core/mca/mca-book.h \
  src/core/mca/mca-events.c src/core/mca/mca-events.h \
  src/core/mca/mca-lots.c src/core/mca/mca-lots.h \
  src/core/mca/mca-pages.c src/core/mca/mca-pages.h \
  src/core/mca/mca-plan.h \
  src/core/mca/mca-profiles.c src/core/mca/mca-profiles.h \
  src/core/mca/mca-reckon.c src/core/mca/mca-reckon.h \
  src/core/mca/mca-reckoning.c src/core/mca/mca-reckoning.h \
  src/core/mca/mca-record.h \
  src/core/mca/mca-repeats.c src/core/mca/mca-repeats.h \
  src/core/mca/mca-rows.c src/core/mca/mca-rows.h

check_PROGRAMS += \
  tests/core/mca/test-mca-amount \
  tests/core/mca/test-apply-charges \
  tests/core/mca/test-apply-findings \
  tests/core/mca/test-apply-payment \
  tests/core/mca/test-apply-reckon \
  tests/core/mca/test-apply-rows \
  tests/core/mca/test-credit-exclusions \
  tests/core/mca/test-mca-balances \
  tests/core/mca/test-mca-book \
  tests/core/mca/test-mca-events \
  tests/core/mca/test-mca-lots \
  tests/core/mca/test-mca-pages \
  tests/core/mca/test-mca-profiles \
  tests/core/mca/test-mca-reckon \
  tests/core/mca/test-mca-reckoning \
  tests/core/mca/test-mca-repeats \
  tests/core/mca/test-mca-rows

EXTRA_DIST += src/core/mca/README.md
