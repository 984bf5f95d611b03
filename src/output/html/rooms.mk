# src/output/html: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/html/apply-html.c src/output/html/apply-html.h \
  src/output/html/diff-html.c src/output/html/diff-html.h \
  src/output/html/benefit-html.c src/output/html/benefit-html.h \
  src/output/html/credit-html.c src/output/html/credit-html.h \
  src/output/html/html-chart.c src/output/html/html-chart.h \
  src/output/html/html-customers.c src/output/html/html-customers.h \
  src/output/html/html-frame.c src/output/html/html-frame.h \
  src/output/html/html-script.c src/output/html/html-script.h \
  src/output/html/html-style.c src/output/html/html-style.h \
  src/output/html/html-table.c src/output/html/html-table.h \
  src/output/html/html-text.c src/output/html/html-text.h \
  src/output/html/mca-html.c src/output/html/mca-html.h \
  src/output/html/report-html.c src/output/html/report-html.h \
  src/output/html/report-html-agreements.c src/output/html/report-html-agreements.h \
  src/output/html/report-html-burn-down.c src/output/html/report-html-burn-down.h \
  src/output/html/report-html-cases.c src/output/html/report-html-cases.h \
  src/output/html/report-html-customers.c src/output/html/report-html-customers.h \
  src/output/html/report-html-evidence.c src/output/html/report-html-evidence.h \
  src/output/html/report-html-files.c src/output/html/report-html-files.h \
  src/output/html/report-html-findings.c src/output/html/report-html-findings.h \
  src/output/html/report-html-page.h \
  src/output/html/report-html-sections.c src/output/html/report-html-sections.h \
  src/output/html/report-html-tie-out.c src/output/html/report-html-tie-out.h \
  src/output/html/report-html-totals.c src/output/html/report-html-totals.h \
  src/output/html/report-html-waterfall.c src/output/html/report-html-waterfall.h

check_PROGRAMS += \
  tests/output/html/test-apply-html \
  tests/output/html/test-diff-html \
  tests/output/html/test-benefit-html \
  tests/output/html/test-credit-html \
  tests/output/html/test-html-chart \
  tests/output/html/test-html-customers \
  tests/output/html/test-html-frame \
  tests/output/html/test-html-script \
  tests/output/html/test-html-style \
  tests/output/html/test-html-table \
  tests/output/html/test-html-text \
  tests/output/html/test-mca-html \
  tests/output/html/test-report-html \
  tests/output/html/test-report-html-agreements \
  tests/output/html/test-report-html-burn-down \
  tests/output/html/test-report-html-cases \
  tests/output/html/test-report-html-customers \
  tests/output/html/test-report-html-evidence \
  tests/output/html/test-report-html-files \
  tests/output/html/test-report-html-findings \
  tests/output/html/test-report-html-sections \
  tests/output/html/test-report-html-tie-out \
  tests/output/html/test-report-html-totals \
  tests/output/html/test-report-html-waterfall

EXTRA_DIST += src/output/html/README.md
