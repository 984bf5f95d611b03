# src/work/option: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/work/option/code-word.c src/work/option/code-word.h \
  src/work/option/language-option.c src/work/option/language-option.h \
  src/work/option/option-table.c \
  src/work/option/option-value.c src/work/option/option-value.h \
  src/work/option/options.c src/work/option/options.h \
  src/work/option/part-options.c src/work/option/part-options.h \
  src/work/option/plan.c src/work/option/plan.h \
  src/work/option/read-options.c src/work/option/read-options.h \
  src/work/option/reckon-options.c src/work/option/reckon-options.h \
  src/work/option/stated-options.c src/work/option/stated-options.h \
  src/work/option/surroundings.c src/work/option/surroundings.h \
  src/work/option/write-options.c src/work/option/write-options.h

check_PROGRAMS += \
  tests/work/option/test-code-word \
  tests/work/option/test-language-option \
  tests/work/option/test-option-table \
  tests/work/option/test-option-value \
  tests/work/option/test-options \
  tests/work/option/test-part-options \
  tests/work/option/test-plan \
  tests/work/option/test-read-options \
  tests/work/option/test-reckon-options \
  tests/work/option/test-stated-options \
  tests/work/option/test-surroundings \
  tests/work/option/test-write-options

EXTRA_DIST += src/work/option/README.md
