# src/core/book/sum: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/book/sum/decimal-sum.c src/core/book/sum/decimal-sum.h \
  src/core/book/sum/pec-tallies.c src/core/book/sum/pec-tallies.h

check_PROGRAMS += \
  tests/core/book/sum/test-decimal-sum \
  tests/core/book/sum/test-pec-tallies

EXTRA_DIST += src/core/book/sum/README.md
