# src/output/text/verdict: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/text/verdict/report-verdict.c src/output/text/verdict/report-verdict.h \
  src/output/text/verdict/verdict-counts.c src/output/text/verdict/verdict-counts.h

check_PROGRAMS += \
  tests/output/text/verdict/test-report-verdict \
  tests/output/text/verdict/test-verdict-counts

EXTRA_DIST += src/output/text/verdict/README.md
