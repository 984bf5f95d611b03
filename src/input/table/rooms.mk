# src/input/table: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/table/benefit-table.c src/input/table/benefit-table.h \
  src/input/table/table-form.c src/input/table/table-form.h \
  src/input/table/table-reader.c src/input/table/table-reader.h

check_PROGRAMS += \
  tests/input/table/test-benefit-table \
  tests/input/table/test-table-form \
  tests/input/table/test-table-reader

EXTRA_DIST += src/input/table/README.md
