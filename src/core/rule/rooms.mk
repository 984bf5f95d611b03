# src/core/rule: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/rule/agreement-rows.c src/core/rule/agreement-rows.h \
  src/core/rule/balance-findings.c src/core/rule/balance-findings.h \
  src/core/rule/credit-days.c src/core/rule/credit-days.h \
  src/core/rule/credit-order.c src/core/rule/credit-order.h \
  src/core/rule/daily-order.c src/core/rule/daily-order.h \
  src/core/rule/history-findings.c src/core/rule/history-findings.h \
  src/core/rule/input-rows.c src/core/rule/input-rows.h \
  src/core/rule/line-findings.c src/core/rule/line-findings.h \
  src/core/rule/nothing-compared.c src/core/rule/nothing-compared.h \
  src/core/rule/reckon.c src/core/rule/reckon.h \
  src/core/rule/reckoning.c src/core/rule/reckoning.h \
  src/core/rule/rows-read-twice.c src/core/rule/rows-read-twice.h \
  src/core/rule/tie-out.c src/core/rule/tie-out.h \
  src/core/rule/totals.c src/core/rule/totals.h \
  src/core/rule/unreported-credits.c src/core/rule/unreported-credits.h \
  src/core/rule/usage-tie-out.c src/core/rule/usage-tie-out.h \
  src/core/rule/waterfall.c src/core/rule/waterfall.h

check_PROGRAMS += \
  tests/core/rule/test-agreement-rows \
  tests/core/rule/test-balance-findings \
  tests/core/rule/test-credit-days \
  tests/core/rule/test-credit-order \
  tests/core/rule/test-daily-order \
  tests/core/rule/test-history-findings \
  tests/core/rule/test-input-rows \
  tests/core/rule/test-line-findings \
  tests/core/rule/test-nothing-compared \
  tests/core/rule/test-reckon \
  tests/core/rule/test-reckoning \
  tests/core/rule/test-rows-read-twice \
  tests/core/rule/test-tie-out \
  tests/core/rule/test-totals \
  tests/core/rule/test-unreported-credits \
  tests/core/rule/test-usage-tie-out \
  tests/core/rule/test-waterfall

EXTRA_DIST += src/core/rule/README.md
