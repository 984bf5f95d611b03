# src/output/xlsx: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/xlsx/report-xlsx.c src/output/xlsx/report-xlsx.h \
  src/output/xlsx/xlsx-book.c src/output/xlsx/xlsx-book.h \
  src/output/xlsx/xlsx-cell.c src/output/xlsx/xlsx-cell.h \
  src/output/xlsx/xlsx-formula.c src/output/xlsx/xlsx-formula.h \
  src/output/xlsx/xlsx-layout.c src/output/xlsx/xlsx-layout.h \
  src/output/xlsx/xlsx-number.c src/output/xlsx/xlsx-number.h \
  src/output/xlsx/xlsx-parts.c src/output/xlsx/xlsx-parts.h \
  src/output/xlsx/xlsx-row.c src/output/xlsx/xlsx-row.h \
  src/output/xlsx/xlsx-rows.c src/output/xlsx/xlsx-rows.h \
  src/output/xlsx/xlsx-sheet.c src/output/xlsx/xlsx-sheet.h \
  src/output/xlsx/xlsx-styles.c src/output/xlsx/xlsx-styles.h \
  src/output/xlsx/xlsx-summary.c src/output/xlsx/xlsx-summary.h \
  src/output/xlsx/xlsx-table.c src/output/xlsx/xlsx-table.h \
  src/output/xlsx/xlsx-text.c src/output/xlsx/xlsx-text.h \
  src/output/xlsx/xlsx-zip.c src/output/xlsx/xlsx-zip.h

check_PROGRAMS += \
  tests/output/xlsx/test-report-xlsx \
  tests/output/xlsx/test-xlsx-book \
  tests/output/xlsx/test-xlsx-cell \
  tests/output/xlsx/test-xlsx-formula \
  tests/output/xlsx/test-xlsx-layout \
  tests/output/xlsx/test-xlsx-number \
  tests/output/xlsx/test-xlsx-parts \
  tests/output/xlsx/test-xlsx-row \
  tests/output/xlsx/test-xlsx-rows \
  tests/output/xlsx/test-xlsx-sheet \
  tests/output/xlsx/test-xlsx-styles \
  tests/output/xlsx/test-xlsx-summary \
  tests/output/xlsx/test-xlsx-table \
  tests/output/xlsx/test-xlsx-text \
  tests/output/xlsx/test-xlsx-zip

EXTRA_DIST += src/output/xlsx/README.md
