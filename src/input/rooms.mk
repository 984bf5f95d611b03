# src/input: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/apart-files.c src/input/apart-files.h \
  src/input/benefit-input.c src/input/benefit-input.h \
  src/input/book-part.c src/input/book-part.h \
  src/input/credit-files.c src/input/credit-files.h \
  src/input/fetch-records.c src/input/fetch-records.h \
  src/input/file-books.c src/input/file-books.h \
  src/input/charge-input.c src/input/charge-input.h \
  src/input/decision-file.c src/input/decision-file.h \
  src/input/files-ahead.c src/input/files-ahead.h \
  src/input/folder-walk.c src/input/folder-walk.h \
  src/input/input-digests.c src/input/input-digests.h \
  src/input/input-places.c src/input/input-places.h \
  src/input/input-reader.c src/input/input-reader.h \
  src/input/input-set.c src/input/input-set.h \
  src/input/input-visit.c src/input/input-visit.h \
  src/input/input-walk.c src/input/input-walk.h \
  src/input/manifest.c src/input/manifest.h \
  src/input/mca-input.c src/input/mca-input.h \
  src/input/pack-folders.c src/input/pack-folders.h \
  src/input/parts-reader.c src/input/parts-reader.h \
  src/input/report-file.c src/input/report-file.h \
  src/input/second-look.c src/input/second-look.h \
  src/input/shelf-look.c src/input/shelf-look.h \
  src/input/shelf-set.c src/input/shelf-set.h \
  src/input/shelf-volume.c src/input/shelf-volume.h

check_PROGRAMS += \
  tests/input/test-apart-files \
  tests/input/test-benefit-input \
  tests/input/test-book-part \
  tests/input/test-credit-files \
  tests/input/test-fetch-records \
  tests/input/test-file-books \
  tests/input/test-charge-input \
  tests/input/test-decision-file \
  tests/input/test-files-ahead \
  tests/input/test-folder-walk \
  tests/input/test-input-digests \
  tests/input/test-input-places \
  tests/input/test-input-reader \
  tests/input/test-input-set \
  tests/input/test-input-visit \
  tests/input/test-input-walk \
  tests/input/test-manifest \
  tests/input/test-pack-folders \
  tests/input/test-mca-input \
  tests/input/test-parts-reader \
  tests/input/test-report-file \
  tests/input/test-second-look \
  tests/input/test-shelf-look \
  tests/input/test-shelf-set \
  tests/input/test-shelf-volume

EXTRA_DIST += src/input/README.md
