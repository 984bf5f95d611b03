# src/core/credit: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/credit/credit-list.c src/core/credit/credit-list.h \
  src/core/credit/credit-rows.c src/core/credit/credit-rows.h

check_PROGRAMS += \
  tests/core/credit/test-credit-list \
  tests/core/credit/test-credit-rows

EXTRA_DIST += src/core/credit/README.md
