# src/base/late: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/base/late/archive-library.c src/base/late/archive-library.h \
  src/base/late/crypto-library.c src/base/late/crypto-library.h \
  src/base/late/curl-library.c src/base/late/curl-library.h \
  src/base/late/late-library.c src/base/late/late-library.h

check_PROGRAMS += \
  tests/base/late/test-archive-library \
  tests/base/late/test-crypto-library \
  tests/base/late/test-curl-library \
  tests/base/late/test-late-library

EXTRA_DIST += src/base/late/README.md
