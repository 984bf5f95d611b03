# src/input/service: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/service/blob-body.c src/input/service/blob-body.h \
  src/input/service/fetch-json.c src/input/service/fetch-json.h \
  src/input/service/manifest-body.c src/input/service/manifest-body.h \
  src/input/service/operation-body.c src/input/service/operation-body.h \
  src/input/service/page-body.c src/input/service/page-body.h \
  src/input/service/page-links.c src/input/service/page-links.h \
  src/input/service/service-body.c src/input/service/service-body.h

check_PROGRAMS += \
  tests/input/service/test-blob-body \
  tests/input/service/test-fetch-json \
  tests/input/service/test-manifest-body \
  tests/input/service/test-operation-body \
  tests/input/service/test-page-body \
  tests/input/service/test-page-links \
  tests/input/service/test-service-body

EXTRA_DIST += src/input/service/README.md
