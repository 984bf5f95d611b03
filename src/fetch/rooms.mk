# src/fetch: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/fetch/billing-walk.c src/fetch/billing-walk.h \
  src/fetch/fetch-plan.h \
  src/fetch/file-names.c src/fetch/file-names.h \
  src/fetch/http-client.c src/fetch/http-client.h \
  src/fetch/mca-walk.c src/fetch/mca-walk.h \
  src/fetch/service-client.c src/fetch/service-client.h \
  src/fetch/service-url.c src/fetch/service-url.h

check_PROGRAMS += \
  tests/fetch/test-billing-walk \
  tests/fetch/test-file-names \
  tests/fetch/test-http-client \
  tests/fetch/test-mca-walk \
  tests/fetch/test-service-client \
  tests/fetch/test-service-url

EXTRA_DIST += src/fetch/README.md
