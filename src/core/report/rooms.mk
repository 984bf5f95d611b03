# src/core/report: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/report/decimal-bytes.c src/core/report/decimal-bytes.h \
  src/core/report/finding.c src/core/report/finding.h \
  src/core/report/finding-ids.c src/core/report/finding-ids.h \
  src/core/report/finding-piles.c src/core/report/finding-piles.h \
  src/core/report/finding-table.c \
  src/core/report/grouped-number.c src/core/report/grouped-number.h \
  src/core/report/money-places.c src/core/report/money-places.h \
  src/core/report/report.c src/core/report/report.h \
  src/core/report/report-cell.c src/core/report/report-cell.h \
  src/core/report/report-counts.c src/core/report/report-counts.h \
  src/core/report/report-layout.c src/core/report/report-layout.h \
  src/core/report/report-narrowing.c src/core/report/report-narrowing.h \
  src/core/report/report-origin.c src/core/report/report-origin.h \
  src/core/report/report-part.c src/core/report/report-part.h \
  src/core/report/report-rows.h \
  src/core/report/report-summary.c src/core/report/report-summary.h \
  src/core/report/report-texts.c src/core/report/report-texts.h \
  src/core/report/report-word.c src/core/report/report-word.h \
  src/core/report/resolutions.c src/core/report/resolutions.h \
  src/core/report/row-bytes.c src/core/report/row-bytes.h \
  src/core/report/row-pack.c src/core/report/row-pack.h \
  src/core/report/row-sentence.c src/core/report/row-sentence.h \
  src/core/report/row-table.c src/core/report/row-table.h \
  src/core/report/said-messages.c src/core/report/said-messages.h

check_PROGRAMS += \
  tests/core/report/test-decimal-bytes \
  tests/core/report/test-finding \
  tests/core/report/test-finding-ids \
  tests/core/report/test-finding-piles \
  tests/core/report/test-finding-table \
  tests/core/report/test-grouped-number \
  tests/core/report/test-money-places \
  tests/core/report/test-report \
  tests/core/report/test-report-cell \
  tests/core/report/test-report-counts \
  tests/core/report/test-report-layout \
  tests/core/report/test-report-narrowing \
  tests/core/report/test-report-origin \
  tests/core/report/test-report-part \
  tests/core/report/test-report-summary \
  tests/core/report/test-report-texts \
  tests/core/report/test-report-word \
  tests/core/report/test-resolutions \
  tests/core/report/test-row-bytes \
  tests/core/report/test-row-pack \
  tests/core/report/test-row-sentence \
  tests/core/report/test-row-table \
  tests/core/report/test-said-messages

EXTRA_DIST += src/core/report/README.md
