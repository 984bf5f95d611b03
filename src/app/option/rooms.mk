# src/app/option: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/option/close-options.c src/app/option/close-options.h \
  src/app/option/code-word.c src/app/option/code-word.h \
  src/app/option/config-file.c src/app/option/config-file.h \
  src/app/option/config-template.c src/app/option/config-template.h \
  src/app/option/fetch-options.c src/app/option/fetch-options.h \
  src/app/option/history-options.c src/app/option/history-options.h \
  src/app/option/option-table.c \
  src/app/option/language-option.c src/app/option/language-option.h \
  src/app/option/option-value.c src/app/option/option-value.h \
  src/app/option/options.c src/app/option/options.h \
  src/app/option/part-options.c src/app/option/part-options.h \
  src/app/option/plan.c src/app/option/plan.h \
  src/app/option/read-options.c src/app/option/read-options.h \
  src/app/option/reckon-options.c src/app/option/reckon-options.h \
  src/app/option/stated-options.c src/app/option/stated-options.h \
  src/app/option/table-options.c src/app/option/table-options.h \
  src/app/option/terminal.c src/app/option/terminal.h \
  src/app/option/unmatched.c src/app/option/unmatched.h \
  src/app/option/write-options.c src/app/option/write-options.h

check_PROGRAMS += \
  tests/app/option/test-code-word \
  tests/app/option/test-config-file \
  tests/app/option/test-config-template \
  tests/app/option/test-fetch-options \
  tests/app/option/test-language-option \
  tests/app/option/test-option-value \
  tests/app/option/test-options \
  tests/app/option/test-part-options \
  tests/app/option/test-plan \
  tests/app/option/test-stated-options \
  tests/app/option/test-terminal

EXTRA_DIST += src/app/option/README.md
