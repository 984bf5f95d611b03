# src/input/bytes: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/bytes/archive-stream.c src/input/bytes/archive-stream.h \
  src/input/bytes/byte-stream.c src/input/bytes/byte-stream.h \
  src/input/bytes/container.c src/input/bytes/container.h \
  src/input/bytes/file-parts.c src/input/bytes/file-parts.h \
  src/input/bytes/file-stream.c src/input/bytes/file-stream.h \
  src/input/bytes/gzip-stream.c src/input/bytes/gzip-stream.h \
  src/input/bytes/header-lines.c src/input/bytes/header-lines.h \
  src/input/bytes/igzip-stream.c src/input/bytes/igzip-stream.h \
  src/input/bytes/limits.h \
  src/input/bytes/read-ahead.c src/input/bytes/read-ahead.h \
  src/input/bytes/read-func.h \
  src/input/bytes/source.c src/input/bytes/source.h \
  src/input/bytes/split-input.c src/input/bytes/split-input.h \
  src/input/bytes/standard-input.c src/input/bytes/standard-input.h \
  src/input/bytes/text-decoder.c src/input/bytes/text-decoder.h \
  src/input/bytes/zip-directory.c src/input/bytes/zip-directory.h

check_PROGRAMS += \
  tests/input/bytes/test-archive-stream \
  tests/input/bytes/test-byte-stream \
  tests/input/bytes/test-container \
  tests/input/bytes/test-file-parts \
  tests/input/bytes/test-file-stream \
  tests/input/bytes/test-gzip-stream \
  tests/input/bytes/test-header-lines \
  tests/input/bytes/test-igzip-stream \
  tests/input/bytes/test-read-ahead \
  tests/input/bytes/test-source \
  tests/input/bytes/test-split-input \
  tests/input/bytes/test-standard-input \
  tests/input/bytes/test-text-decoder \
  tests/input/bytes/test-zip-directory

EXTRA_DIST += src/input/bytes/README.md
