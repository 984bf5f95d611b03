# src/base/language: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/base/language/catalog.c src/base/language/catalog.h \
  src/base/language/language.c src/base/language/language.h \
  src/base/language/language-date.c src/base/language/language-date.h \
  src/base/language/language-fill.c src/base/language/language-fill.h \
  src/base/language/language-list.c src/base/language/language-list.h \
  src/base/language/language-number.c src/base/language/language-number.h \
  src/base/language/language-sentence.c src/base/language/language-sentence.h \
  src/base/language/plural-rule.c src/base/language/plural-rule.h \
  src/base/language/utf8-locale.c src/base/language/utf8-locale.h

check_PROGRAMS += \
  tests/base/language/test-catalog \
  tests/base/language/test-language \
  tests/base/language/test-language-date \
  tests/base/language/test-language-fill \
  tests/base/language/test-language-list \
  tests/base/language/test-language-number \
  tests/base/language/test-language-sentence \
  tests/base/language/test-plural-rule \
  tests/base/language/test-utf8-locale

EXTRA_DIST += src/base/language/README.md
