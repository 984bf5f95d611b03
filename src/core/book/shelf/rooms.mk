# src/core/book/shelf: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/book/shelf/charge-shelf.c src/core/book/shelf/charge-shelf.h \
  src/core/book/shelf/late-lines.c src/core/book/shelf/late-lines.h \
  src/core/book/shelf/pair-credits.c src/core/book/shelf/pair-credits.h \
  src/core/book/shelf/pair-groups.c src/core/book/shelf/pair-groups.h \
  src/core/book/shelf/row-trail.c src/core/book/shelf/row-trail.h \
  src/core/book/shelf/shelf-aco-lines.c src/core/book/shelf/shelf-aco-lines.h \
  src/core/book/shelf/shelf-books.c src/core/book/shelf/shelf-books.h \
  src/core/book/shelf/shelf-bytes.c src/core/book/shelf/shelf-bytes.h \
  src/core/book/shelf/shelf-charges.c src/core/book/shelf/shelf-charges.h \
  src/core/book/shelf/shelf-credits.c src/core/book/shelf/shelf-credits.h \
  src/core/book/shelf/shelf-ids.c src/core/book/shelf/shelf-ids.h \
  src/core/book/shelf/shelf-inputs.c src/core/book/shelf/shelf-inputs.h \
  src/core/book/shelf/shelf-people.c src/core/book/shelf/shelf-people.h \
  src/core/book/shelf/shelf-products.c src/core/book/shelf/shelf-products.h \
  src/core/book/shelf/shelf-tallies.c src/core/book/shelf/shelf-tallies.h \
  src/core/book/shelf/shelf-texts.c src/core/book/shelf/shelf-texts.h \
  src/core/book/shelf/shelf-usage.c src/core/book/shelf/shelf-usage.h

check_PROGRAMS += \
  tests/core/book/shelf/test-charge-shelf \
  tests/core/book/shelf/test-late-lines \
  tests/core/book/shelf/test-pair-credits \
  tests/core/book/shelf/test-pair-groups \
  tests/core/book/shelf/test-row-trail \
  tests/core/book/shelf/test-shelf-aco-lines \
  tests/core/book/shelf/test-shelf-books \
  tests/core/book/shelf/test-shelf-bytes \
  tests/core/book/shelf/test-shelf-charges \
  tests/core/book/shelf/test-shelf-credits \
  tests/core/book/shelf/test-shelf-ids \
  tests/core/book/shelf/test-shelf-inputs \
  tests/core/book/shelf/test-shelf-people \
  tests/core/book/shelf/test-shelf-products \
  tests/core/book/shelf/test-shelf-tallies \
  tests/core/book/shelf/test-shelf-texts \
  tests/core/book/shelf/test-shelf-usage

EXTRA_DIST += src/core/book/shelf/README.md
