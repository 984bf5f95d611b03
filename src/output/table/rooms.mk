# src/output/table: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/table/csv-text.c src/output/table/csv-text.h \
  src/output/table/json-text.c src/output/table/json-text.h \
  src/output/table/pec-json.c src/output/table/pec-json.h \
  src/output/table/report-csv.c src/output/table/report-csv.h \
  src/output/table/report-focus.c src/output/table/report-focus.h \
  src/output/table/report-json.c src/output/table/report-json.h \
  src/output/table/table-file.c src/output/table/table-file.h

check_PROGRAMS += \
  tests/output/table/test-csv-text \
  tests/output/table/test-json-text \
  tests/output/table/test-pec-json \
  tests/output/table/test-report-csv \
  tests/output/table/test-report-focus \
  tests/output/table/test-report-json \
  tests/output/table/test-table-file

EXTRA_DIST += src/output/table/README.md
