# src/core/book: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/book/article-pool.c src/core/book/article-pool.h \
  src/core/book/baseline.c src/core/book/baseline.h \
  src/core/book/books.c src/core/book/books.h \
  src/core/book/charge-book.c src/core/book/charge-book.h \
  src/core/book/charge-tally.c src/core/book/charge-tally.h \
  src/core/book/credit-book.c src/core/book/credit-book.h \
  src/core/book/fingerprint-book.c src/core/book/fingerprint-book.h \
  src/core/book/free-charges.c src/core/book/free-charges.h \
  src/core/book/guid-table.c src/core/book/guid-table.h \
  src/core/book/id-table.c src/core/book/id-table.h \
  src/core/book/input-book.c src/core/book/input-book.h \
  src/core/book/invoice-tally.c src/core/book/invoice-tally.h \
  src/core/book/key-table.c src/core/book/key-table.h \
  src/core/book/name-book.c src/core/book/name-book.h \
  src/core/book/pair-book.c src/core/book/pair-book.h \
  src/core/book/pair-hash.c src/core/book/pair-hash.h \
  src/core/book/partner-book.c src/core/book/partner-book.h \
  src/core/book/product-book.c src/core/book/product-book.h \
  src/core/book/reversals.c src/core/book/reversals.h \
  src/core/book/row-ids.c src/core/book/row-ids.h \
  src/core/book/row-overlap.c src/core/book/row-overlap.h \
  src/core/book/row-print.c src/core/book/row-print.h \
  src/core/book/secret-mix.h \
  src/core/book/usage-book.c src/core/book/usage-book.h \
  src/core/book/usage-tally.c src/core/book/usage-tally.h

check_PROGRAMS += \
  tests/core/book/test-article-pool \
  tests/core/book/test-baseline \
  tests/core/book/test-books \
  tests/core/book/test-charge-book \
  tests/core/book/test-charge-tally \
  tests/core/book/test-credit-book \
  tests/core/book/test-fingerprint-book \
  tests/core/book/test-free-charges \
  tests/core/book/test-guid-table \
  tests/core/book/test-id-table \
  tests/core/book/test-input-book \
  tests/core/book/test-invoice-tally \
  tests/core/book/test-key-table \
  tests/core/book/test-name-book \
  tests/core/book/test-pair-book \
  tests/core/book/test-pair-hash \
  tests/core/book/test-partner-book \
  tests/core/book/test-product-book \
  tests/core/book/test-reversals \
  tests/core/book/test-row-ids \
  tests/core/book/test-row-overlap \
  tests/core/book/test-row-print \
  tests/core/book/test-usage-book \
  tests/core/book/test-usage-tally

EXTRA_DIST += src/core/book/README.md
