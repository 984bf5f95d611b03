# src/input/rows: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/rows/csv-cells.c src/input/rows/csv-cells.h \
  src/input/rows/csv-judge.c src/input/rows/csv-judge.h \
  src/input/rows/csv-reader.c src/input/rows/csv-reader.h \
  src/input/rows/csv-scan.c src/input/rows/csv-scan.h \
  src/input/rows/csv-window.c src/input/rows/csv-window.h \
  src/input/rows/csv-masks.h src/input/rows/csv-scan-body.c src/input/rows/csv-scan-body.h \
  src/input/rows/json-bytes.c src/input/rows/json-bytes.h \
  src/input/rows/json-cut.c src/input/rows/json-cut.h \
  src/input/rows/json-feed.c src/input/rows/json-feed.h \
  src/input/rows/json-keys.c src/input/rows/json-keys.h \
  src/input/rows/json-page.c src/input/rows/json-page.h \
  src/input/rows/json-reader.c src/input/rows/json-reader.h \
  src/input/rows/json-row.c src/input/rows/json-row.h \
  src/input/rows/json-scalar.c src/input/rows/json-scalar.h \
  src/input/rows/json-scan.c src/input/rows/json-scan.h \
  src/input/rows/json-string.c src/input/rows/json-string.h \
  src/input/rows/json-tokens.c src/input/rows/json-tokens.h \
  src/input/rows/json-window.c src/input/rows/json-window.h \
  src/input/rows/line-fault.c src/input/rows/line-fault.h \
  src/input/rows/plain-cells.c src/input/rows/plain-cells.h \
  src/input/rows/row.h \
  src/input/rows/row-reader.c src/input/rows/row-reader.h \
  src/input/rows/sep-line.c src/input/rows/sep-line.h

check_PROGRAMS += \
  tests/input/rows/test-csv-cells \
  tests/input/rows/test-csv-corpora \
  tests/input/rows/test-csv-judge \
  tests/input/rows/test-csv-reader \
  tests/input/rows/test-csv-scan \
  tests/input/rows/test-csv-scan-body \
  tests/input/rows/test-csv-window \
  tests/input/rows/test-json-bytes \
  tests/input/rows/test-json-cut \
  tests/input/rows/test-json-feed \
  tests/input/rows/test-json-keys \
  tests/input/rows/test-json-page \
  tests/input/rows/test-json-reader \
  tests/input/rows/test-json-row \
  tests/input/rows/test-json-samples \
  tests/input/rows/test-json-scalar \
  tests/input/rows/test-json-scan \
  tests/input/rows/test-json-string \
  tests/input/rows/test-json-tokens \
  tests/input/rows/test-json-window \
  tests/input/rows/test-line-fault \
  tests/input/rows/test-plain-cells \
  tests/input/rows/test-row-reader \
  tests/input/rows/test-sep-line

EXTRA_DIST += src/input/rows/README.md
