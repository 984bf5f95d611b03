# src/output/sheet: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/sheet/sheet-html.c src/output/sheet/sheet-html.h \
  src/output/sheet/sheet-text.c src/output/sheet/sheet-text.h \
  src/output/sheet/sheet-words.c src/output/sheet/sheet-words.h

check_PROGRAMS += \
  tests/output/sheet/test-sheet-html \
  tests/output/sheet/test-sheet-text \
  tests/output/sheet/test-sheet-words

EXTRA_DIST += src/output/sheet/README.md tests/output/sheet/sample-sheet.h
