# src/store: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/store/content-digest.c src/store/content-digest.h \
  src/store/correction.c src/store/correction.h \
  src/store/database.c src/store/database.h \
  src/store/event-body.c src/store/event-body.h \
  src/store/event-chain.c src/store/event-chain.h \
  src/store/finding-ends.c src/store/finding-ends.h \
  src/store/history.c src/store/history.h \
  src/store/history-breaches.c src/store/history-breaches.h \
  src/store/history-layout.c src/store/history-layout.h \
  src/store/history-list.c src/store/history-list.h \
  src/store/month-summary.c src/store/month-summary.h \
  src/store/new-file.c src/store/new-file.h \
  src/store/resolution-book.c src/store/resolution-book.h \
  src/store/restated-month.c src/store/restated-month.h \
  src/store/restatement.c src/store/restatement.h \
  src/store/seal-content.c src/store/seal-content.h \
  src/store/seal-figures.c src/store/seal-figures.h \
  src/store/seal-record.c src/store/seal-record.h \
  src/store/sealed-rows.c src/store/sealed-rows.h \
  src/store/sealed-sheet.c src/store/sealed-sheet.h \
  src/store/seals.c src/store/seals.h \
  src/store/watch-memory.c src/store/watch-memory.h

check_PROGRAMS += \
  tests/store/test-content-digest \
  tests/store/test-correction \
  tests/store/test-database \
  tests/store/test-event-body \
  tests/store/test-event-chain \
  tests/store/test-finding-ends \
  tests/store/test-history \
  tests/store/test-history-breaches \
  tests/store/test-history-layout \
  tests/store/test-history-list \
  tests/store/test-month-summary \
  tests/store/test-new-file \
  tests/store/test-resolution-book \
  tests/store/test-restated-month \
  tests/store/test-restatement \
  tests/store/test-seal-content \
  tests/store/test-seal-figures \
  tests/store/test-seal-record \
  tests/store/test-sealed-rows \
  tests/store/test-sealed-sheet \
  tests/store/test-seals \
  tests/store/test-watch-memory

EXTRA_DIST += src/store/README.md
