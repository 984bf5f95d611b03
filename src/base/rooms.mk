# src/base: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/base/amount.c src/base/amount.h \
  src/base/calendar.c src/base/calendar.h \
  src/base/calendar-text.c \
  src/base/currency.c src/base/currency.h \
  src/base/decimal.c src/base/decimal.h \
  src/base/decimal-digits.h \
  src/base/decimal-limbs.c src/base/decimal-limbs.h \
  src/base/decimal-text.c \
  src/base/decimal-value.h \
  src/base/decimal-wide.h \
  src/base/formula-guard.c src/base/formula-guard.h \
  src/base/key-bytes.c src/base/key-bytes.h \
  src/base/keyed-hash.c src/base/keyed-hash.h \
  src/base/month-counts.c src/base/month-counts.h \
  src/base/name-fold.c src/base/name-fold.h \
  src/base/nearest.c src/base/nearest.h \
  src/base/printable.c src/base/printable.h \
  src/base/recon-error.c src/base/recon-error.h \
  src/base/search.c src/base/search.h \
  src/base/slice.c src/base/slice.h \
  src/base/swap.h \
  src/base/tally-tree.c src/base/tally-tree.h \
  src/base/visible-text.c src/base/visible-text.h \
  src/base/window-set.c src/base/window-set.h \
  src/base/worker.c src/base/worker.h

check_PROGRAMS += \
  tests/base/test-amount \
  tests/base/test-calendar \
  tests/base/test-calendar-text \
  tests/base/test-currency \
  tests/base/test-decimal \
  tests/base/test-decimal-limbs \
  tests/base/test-decimal-text \
  tests/base/test-formula-guard \
  tests/base/test-key-bytes \
  tests/base/test-keyed-hash \
  tests/base/test-month-counts \
  tests/base/test-name-fold \
  tests/base/test-nearest \
  tests/base/test-printable \
  tests/base/test-search \
  tests/base/test-slice \
  tests/base/test-tally-tree \
  tests/base/test-visible-text \
  tests/base/test-window-set \
  tests/base/test-worker

EXTRA_DIST += src/base/README.md
