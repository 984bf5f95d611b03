# src/output/case: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/case/case-choice.c src/output/case/case-choice.h \
  src/output/case/cases-text.c src/output/case/cases-text.h

check_PROGRAMS += \
  tests/output/case/test-case-choice \
  tests/output/case/test-cases-text

EXTRA_DIST += src/output/case/README.md
