# src/output/journal: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/journal/account-map.c src/output/journal/account-map.h \
  src/output/journal/journal.c src/output/journal/journal.h \
  src/output/journal/journal-beancount.c src/output/journal/journal-beancount.h \
  src/output/journal/journal-csv.c src/output/journal/journal-csv.h \
  src/output/journal/journal-entries.c src/output/journal/journal-entries.h \
  src/output/journal/journal-name.c src/output/journal/journal-name.h \
  src/output/journal/journal-plain.c src/output/journal/journal-plain.h

check_PROGRAMS += \
  tests/output/journal/test-account-map \
  tests/output/journal/test-journal \
  tests/output/journal/test-journal-beancount \
  tests/output/journal/test-journal-csv \
  tests/output/journal/test-journal-entries \
  tests/output/journal/test-journal-name \
  tests/output/journal/test-journal-plain

EXTRA_DIST += src/output/journal/README.md
