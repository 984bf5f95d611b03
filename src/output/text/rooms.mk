# src/output/text: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/text/apply-text.c src/output/text/apply-text.h \
  src/output/text/benefit-text.c src/output/text/benefit-text.h \
  src/output/text/check-text.c src/output/text/check-text.h \
  src/output/text/compare-text.c src/output/text/compare-text.h \
  src/output/text/credit-text.c src/output/text/credit-text.h \
  src/output/text/days-text.c src/output/text/days-text.h \
  src/output/text/diff-text.c src/output/text/diff-text.h \
  src/output/text/explain-text.c src/output/text/explain-text.h \
  src/output/text/history-text.c src/output/text/history-text.h \
  src/output/text/mca-text.c src/output/text/mca-text.h \
  src/output/text/needs-text.c src/output/text/needs-text.h \
  src/output/text/origin-words.c src/output/text/origin-words.h \
  src/output/text/pec-text.c src/output/text/pec-text.h \
  src/output/text/reliability-words.c src/output/text/reliability-words.h \
  src/output/text/report-text.c src/output/text/report-text.h \
  src/output/text/report-text-agreements.c src/output/text/report-text-agreements.h \
  src/output/text/report-text-part.c src/output/text/report-text-part.h \
  src/output/text/row-remarks.c src/output/text/row-remarks.h \
  src/output/text/table-layout.c src/output/text/table-layout.h \
  src/output/text/text-style.c src/output/text/text-style.h \
  src/output/text/text-table.c src/output/text/text-table.h \
  src/output/text/totals-text.c src/output/text/totals-text.h \
  src/output/text/trace-words.c src/output/text/trace-words.h \
  src/output/text/verify-text.c src/output/text/verify-text.h \
  src/output/text/watch-text.c src/output/text/watch-text.h

check_PROGRAMS += \
  tests/output/text/test-apply-text \
  tests/output/text/test-benefit-text \
  tests/output/text/test-check-text \
  tests/output/text/test-compare-text \
  tests/output/text/test-credit-text \
  tests/output/text/test-days-text \
  tests/output/text/test-diff-text \
  tests/output/text/test-explain-text \
  tests/output/text/test-history-text \
  tests/output/text/test-mca-text \
  tests/output/text/test-needs-text \
  tests/output/text/test-origin-words \
  tests/output/text/test-pec-text \
  tests/output/text/test-reliability-words \
  tests/output/text/test-report-text \
  tests/output/text/test-report-text-agreements \
  tests/output/text/test-report-text-part \
  tests/output/text/test-row-remarks \
  tests/output/text/test-table-layout \
  tests/output/text/test-text-style \
  tests/output/text/test-text-table \
  tests/output/text/test-totals-text \
  tests/output/text/test-trace-words \
  tests/output/text/test-verify-text \
  tests/output/text/test-watch-text

EXTRA_DIST += src/output/text/README.md
