# src/core/answer: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/answer/check-facts.c src/core/answer/check-facts.h \
  src/core/answer/close-sheet.c src/core/answer/close-sheet.h \
  src/core/answer/customer-choice.c src/core/answer/customer-choice.h \
  src/core/answer/history-course.c src/core/answer/history-course.h \
  src/core/answer/month-diff.c src/core/answer/month-diff.h \
  src/core/answer/month-list.c src/core/answer/month-list.h \
  src/core/answer/month-needs.c src/core/answer/month-needs.h \
  src/core/answer/pec-book.c src/core/answer/pec-book.h \
  src/core/answer/pec-report.c src/core/answer/pec-report.h \
  src/core/answer/report-comparison.c src/core/answer/report-comparison.h \
  src/core/answer/saved-report.c src/core/answer/saved-report.h \
  src/core/answer/statement.c src/core/answer/statement.h \
  src/core/answer/statement-book.c src/core/answer/statement-book.h \
  src/core/answer/statement-report.c src/core/answer/statement-report.h \
  src/core/answer/trace.c src/core/answer/trace.h \
  src/core/answer/verification.c src/core/answer/verification.h \
  src/core/answer/watch-list.c src/core/answer/watch-list.h \
  src/core/answer/watch-row.c src/core/answer/watch-row.h

check_PROGRAMS += \
  tests/core/answer/test-check-facts \
  tests/core/answer/test-close-sheet \
  tests/core/answer/test-customer-choice \
  tests/core/answer/test-history-course \
  tests/core/answer/test-month-diff \
  tests/core/answer/test-month-list \
  tests/core/answer/test-month-needs \
  tests/core/answer/test-pec-book \
  tests/core/answer/test-pec-report \
  tests/core/answer/test-report-comparison \
  tests/core/answer/test-saved-report \
  tests/core/answer/test-statement \
  tests/core/answer/test-statement-book \
  tests/core/answer/test-statement-report \
  tests/core/answer/test-trace \
  tests/core/answer/test-verification \
  tests/core/answer/test-watch-list \
  tests/core/answer/test-watch-row

EXTRA_DIST += src/core/answer/README.md
