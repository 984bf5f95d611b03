# src/output/trend: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/trend/report-html-trend.c src/output/trend/report-html-trend.h \
  src/output/trend/trend-sums.c src/output/trend/trend-sums.h

check_PROGRAMS += \
  tests/output/trend/test-report-html-trend \
  tests/output/trend/test-trend-sums

EXTRA_DIST += src/output/trend/README.md
