# src/core/month: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/month/agreement-end.c src/core/month/agreement-end.h \
  src/core/month/agreement-state.c src/core/month/agreement-state.h \
  src/core/month/customer-parts.c src/core/month/customer-parts.h \
  src/core/month/forecast.c src/core/month/forecast.h \
  src/core/month/invoice-months.c src/core/month/invoice-months.h \
  src/core/month/missing-reports.c src/core/month/missing-reports.h \
  src/core/month/month-activity.c src/core/month/month-activity.h \
  src/core/month/month-ledger.c src/core/month/month-ledger.h \
  src/core/month/month-waterfall.c src/core/month/month-waterfall.h \
  src/core/month/ordered-list.c src/core/month/ordered-list.h \
  src/core/month/reckon-plan.c src/core/month/reckon-plan.h \
  src/core/month/renewals.c src/core/month/renewals.h \
  src/core/month/roll-forward.c src/core/month/roll-forward.h \
  src/core/month/usage-days.c src/core/month/usage-days.h

check_PROGRAMS += \
  tests/core/month/test-agreement-end \
  tests/core/month/test-agreement-state \
  tests/core/month/test-customer-parts \
  tests/core/month/test-forecast \
  tests/core/month/test-invoice-months \
  tests/core/month/test-missing-reports \
  tests/core/month/test-month-activity \
  tests/core/month/test-month-ledger \
  tests/core/month/test-month-waterfall \
  tests/core/month/test-ordered-list \
  tests/core/month/test-reckon-plan \
  tests/core/month/test-renewals \
  tests/core/month/test-roll-forward \
  tests/core/month/test-usage-days

EXTRA_DIST += src/core/month/README.md
