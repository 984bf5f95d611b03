# src/app/option: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/option/close-options.c src/app/option/close-options.h \
  src/app/option/config-file.c src/app/option/config-file.h \
  src/app/option/config-template.c src/app/option/config-template.h \
  src/app/option/environment.c src/app/option/environment.h \
  src/app/option/fetch-options.c src/app/option/fetch-options.h \
  src/app/option/history-options.c src/app/option/history-options.h \
  src/app/option/split-options.c src/app/option/split-options.h \
  src/app/option/table-options.c src/app/option/table-options.h \
  src/app/option/terminal.c src/app/option/terminal.h

check_PROGRAMS += \
  tests/app/option/test-config-file \
  tests/app/option/test-config-template \
  tests/app/option/test-environment \
  tests/app/option/test-fetch-options \
  tests/app/option/test-split-options \
  tests/app/option/test-terminal

EXTRA_DIST += src/app/option/README.md
