# src/core/case: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/case/case-contact.c src/core/case/case-contact.h \
  src/core/case/case-doubled.c src/core/case/case-doubled.h \
  src/core/case/case-draft.c src/core/case/case-draft.h \
  src/core/case/case-gap.c src/core/case/case-gap.h \
  src/core/case/case-invoices.c src/core/case/case-invoices.h \
  src/core/case/case-joins.c src/core/case/case-joins.h \
  src/core/case/case-list.c src/core/case/case-list.h \
  src/core/case/case-pairs.c src/core/case/case-pairs.h \
  src/core/case/case-rows.c src/core/case/case-rows.h \
  src/core/case/case-rule.c src/core/case/case-rule.h \
  src/core/case/case-set.c src/core/case/case-set.h \
  src/core/case/case-singles.c src/core/case/case-singles.h \
  src/core/case/case-ticket.c src/core/case/case-ticket.h

check_PROGRAMS += \
  tests/core/case/test-case-contact \
  tests/core/case/test-case-doubled \
  tests/core/case/test-case-draft \
  tests/core/case/test-case-gap \
  tests/core/case/test-case-invoices \
  tests/core/case/test-case-joins \
  tests/core/case/test-case-list \
  tests/core/case/test-case-pairs \
  tests/core/case/test-case-rows \
  tests/core/case/test-case-rule \
  tests/core/case/test-case-set \
  tests/core/case/test-case-singles \
  tests/core/case/test-case-ticket

EXTRA_DIST += src/core/case/README.md
