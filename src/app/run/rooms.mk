# src/app/run: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/run/baseline-reader.c src/app/run/baseline-reader.h \
  src/app/run/close-words.c src/app/run/close-words.h \
  src/app/run/course-reader.c src/app/run/course-reader.h \
  src/app/run/customer-list.c src/app/run/customer-list.h \
  src/app/run/event-log.c src/app/run/event-log.h \
  src/app/run/event-time.c src/app/run/event-time.h \
  src/app/run/fetch-keeping.c src/app/run/fetch-keeping.h \
  src/app/run/internal-error.c src/app/run/internal-error.h \
  src/app/run/interruption.c src/app/run/interruption.h \
  src/app/run/job.c src/app/run/job.h \
  src/app/run/library-versions.c src/app/run/library-versions.h \
  src/app/run/month-reckoning.c src/app/run/month-reckoning.h \
  src/app/run/month-script.c src/app/run/month-script.h \
  src/app/run/open-findings.c src/app/run/open-findings.h \
  src/app/run/pack-sheets.c src/app/run/pack-sheets.h \
  src/app/run/print.c src/app/run/print.h \
  src/app/run/progress-pace.c src/app/run/progress-pace.h \
  src/app/run/progress.c src/app/run/progress.h \
  src/app/run/rejects-target.c src/app/run/rejects-target.h \
  src/app/run/report-run.c src/app/run/report-run.h \
  src/app/run/run-status.h \
  src/app/run/sealed-history.c src/app/run/sealed-history.h

check_PROGRAMS += \
  tests/app/run/test-event-log \
  tests/app/run/test-internal-error \
  tests/app/run/test-interruption \
  tests/app/run/test-library-versions \
  tests/app/run/test-progress-pace \
  tests/app/run/test-progress \
  tests/app/run/test-rejects-target

EXTRA_DIST += src/app/run/README.md
