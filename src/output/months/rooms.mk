# src/output/months: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/months/history-html.c src/output/months/history-html.h \
  src/output/months/history-html-agreements.c src/output/months/history-html-agreements.h \
  src/output/months/history-pack.c src/output/months/history-pack.h \
  src/output/months/sheet-html.c src/output/months/sheet-html.h \
  src/output/months/sheet-text.c src/output/months/sheet-text.h \
  src/output/months/sheet-words.c src/output/months/sheet-words.h

check_PROGRAMS += \
  tests/output/months/test-history-html \
  tests/output/months/test-history-html-agreements \
  tests/output/months/test-history-pack \
  tests/output/months/test-sheet-html \
  tests/output/months/test-sheet-text \
  tests/output/months/test-sheet-words

EXTRA_DIST += src/output/months/README.md tests/output/months/sample-sheet.h tests/output/months/sample-history.h
