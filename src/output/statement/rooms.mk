# src/output/statement: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/statement/statement-folder.c src/output/statement/statement-folder.h \
  src/output/statement/statement-html.c src/output/statement/statement-html.h \
  src/output/statement/statement-html-credit.c src/output/statement/statement-html-credit.h \
  src/output/statement/statement-html-part.c src/output/statement/statement-html-part.h \
  src/output/statement/statement-html-use.c src/output/statement/statement-html-use.h \
  src/output/statement/statement-languages.c src/output/statement/statement-languages.h \
  src/output/statement/statement-logo.c src/output/statement/statement-logo.h \
  src/output/statement/statement-look.h \
  src/output/statement/statement-notes.c src/output/statement/statement-notes.h \
  src/output/statement/statement-style.c src/output/statement/statement-style.h \
  src/output/statement/statement-text.c src/output/statement/statement-text.h \
  src/output/statement/statement-text-part.c src/output/statement/statement-text-part.h \
  src/output/statement/statement-words.c src/output/statement/statement-words.h

check_PROGRAMS += \
  tests/output/statement/test-statement-folder \
  tests/output/statement/test-statement-html \
  tests/output/statement/test-statement-html-credit \
  tests/output/statement/test-statement-html-part \
  tests/output/statement/test-statement-html-use \
  tests/output/statement/test-statement-languages \
  tests/output/statement/test-statement-logo \
  tests/output/statement/test-statement-notes \
  tests/output/statement/test-statement-style \
  tests/output/statement/test-statement-text \
  tests/output/statement/test-statement-text-part \
  tests/output/statement/test-statement-words

EXTRA_DIST += src/output/statement/README.md
