# src/engine/option: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/engine/option/code-word.c src/engine/option/code-word.h \
  src/engine/option/language-option.c src/engine/option/language-option.h \
  src/engine/option/option-table.c \
  src/engine/option/option-value.c src/engine/option/option-value.h \
  src/engine/option/options.c src/engine/option/options.h \
  src/engine/option/part-options.c src/engine/option/part-options.h \
  src/engine/option/plan.c src/engine/option/plan.h \
  src/engine/option/read-options.c src/engine/option/read-options.h \
  src/engine/option/reckon-options.c src/engine/option/reckon-options.h \
  src/engine/option/stated-options.c src/engine/option/stated-options.h \
  src/engine/option/surroundings.c src/engine/option/surroundings.h \
  src/engine/option/write-options.c src/engine/option/write-options.h

check_PROGRAMS += \
  tests/engine/option/test-code-word \
  tests/engine/option/test-language-option \
  tests/engine/option/test-option-table \
  tests/engine/option/test-option-value \
  tests/engine/option/test-options \
  tests/engine/option/test-part-options \
  tests/engine/option/test-plan \
  tests/engine/option/test-read-options \
  tests/engine/option/test-reckon-options \
  tests/engine/option/test-stated-options \
  tests/engine/option/test-surroundings \
  tests/engine/option/test-write-options

EXTRA_DIST += src/engine/option/README.md
