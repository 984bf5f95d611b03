# src/core/benefit: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/benefit/benefit-book.c src/core/benefit/benefit-book.h \
  src/core/benefit/benefit-dates.c src/core/benefit/benefit-dates.h \
  src/core/benefit/benefit-finder.c src/core/benefit/benefit-finder.h \
  src/core/benefit/benefit-months.c src/core/benefit/benefit-months.h \
  src/core/benefit/benefit-profiles.c src/core/benefit/benefit-profiles.h \
  src/core/benefit/benefit-reckon.c src/core/benefit/benefit-reckon.h \
  src/core/benefit/benefit-record.h \
  src/core/benefit/benefit-rows.c src/core/benefit/benefit-rows.h \
  src/core/benefit/benefit-rules.c src/core/benefit/benefit-rules.h \
  src/core/benefit/benefit-uses.c src/core/benefit/benefit-uses.h

check_PROGRAMS += \
  tests/core/benefit/test-benefit-book \
  tests/core/benefit/test-benefit-dates \
  tests/core/benefit/test-benefit-finder \
  tests/core/benefit/test-benefit-months \
  tests/core/benefit/test-benefit-profiles \
  tests/core/benefit/test-benefit-reckon \
  tests/core/benefit/test-benefit-rows \
  tests/core/benefit/test-benefit-rules \
  tests/core/benefit/test-benefit-uses

EXTRA_DIST += src/core/benefit/README.md
