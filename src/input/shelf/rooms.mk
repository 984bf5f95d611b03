# src/input/shelf: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/shelf/shelf-catalogue.c src/input/shelf/shelf-catalogue.h \
  src/input/shelf/shelf-checksum.c src/input/shelf/shelf-checksum.h \
  src/input/shelf/shelf-file.c src/input/shelf/shelf-file.h \
  src/input/shelf/shelf-head.c src/input/shelf/shelf-head.h \
  src/input/shelf/shelf-options.c src/input/shelf/shelf-options.h

check_PROGRAMS += \
  tests/input/shelf/test-shelf-catalogue \
  tests/input/shelf/test-shelf-checksum \
  tests/input/shelf/test-shelf-file \
  tests/input/shelf/test-shelf-head \
  tests/input/shelf/test-shelf-options

EXTRA_DIST += src/input/shelf/README.md
