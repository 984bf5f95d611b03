# src/input/billing: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/billing/balance-file.c src/input/billing/balance-file.h \
  src/input/billing/cell-runs.c src/input/billing/cell-runs.h \
  src/input/billing/cells.c src/input/billing/cells.h \
  src/input/billing/cells-ahead.c \
  src/input/billing/column-map.c src/input/billing/column-map.h \
  src/input/billing/column-role.c src/input/billing/column-role.h \
  src/input/billing/content-reader.c src/input/billing/content-reader.h \
  src/input/billing/file-reader.c src/input/billing/file-reader.h \
  src/input/billing/foreign-text.c src/input/billing/foreign-text.h \
  src/input/billing/header.c src/input/billing/header.h \
  src/input/billing/header-kind.c src/input/billing/header-kind.h \
  src/input/billing/invoice-file.c src/input/billing/invoice-file.h \
  src/input/billing/kind-reader.c src/input/billing/kind-reader.h \
  src/input/billing/read-matches.c src/input/billing/read-matches.h \
  src/input/billing/read-plan.h \
  src/input/billing/record-target.h \
  src/input/billing/separator.c src/input/billing/separator.h \
  src/input/billing/slash-dates.c src/input/billing/slash-dates.h \
  src/input/billing/spreadsheet-signs.c src/input/billing/spreadsheet-signs.h \
  src/input/billing/usage-file.c src/input/billing/usage-file.h

check_PROGRAMS += \
  tests/input/billing/test-balance-file \
  tests/input/billing/test-cell-runs \
  tests/input/billing/test-cells \
  tests/input/billing/test-cells-ahead \
  tests/input/billing/test-column-map \
  tests/input/billing/test-column-role \
  tests/input/billing/test-content-reader \
  tests/input/billing/test-file-reader \
  tests/input/billing/test-foreign-text \
  tests/input/billing/test-header \
  tests/input/billing/test-header-kind \
  tests/input/billing/test-invoice-file \
  tests/input/billing/test-kind-reader \
  tests/input/billing/test-read-matches \
  tests/input/billing/test-samples \
  tests/input/billing/test-separator \
  tests/input/billing/test-slash-dates \
  tests/input/billing/test-spreadsheet-signs \
  tests/input/billing/test-usage-file

EXTRA_DIST += src/input/billing/README.md
