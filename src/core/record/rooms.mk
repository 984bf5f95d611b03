# src/core/record: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/core/record/balance-row.c src/core/record/balance-row.h \
  src/core/record/fetch-record.c src/core/record/fetch-record.h \
  src/core/record/file-kind.c src/core/record/file-kind.h \
  src/core/record/fingerprint.c src/core/record/fingerprint.h \
  src/core/record/fit.c src/core/record/fit.h \
  src/core/record/invoice-line.c src/core/record/invoice-line.h \
  src/core/record/pec.c src/core/record/pec.h \
  src/core/record/position.h \
  src/core/record/record-visitor.h \
  src/core/record/rejects.c src/core/record/rejects.h \
  src/core/record/run-notes.h \
  src/core/record/service-answer.c src/core/record/service-answer.h \
  src/core/record/usage-row.c src/core/record/usage-row.h

check_PROGRAMS += \
  tests/core/record/test-balance-row \
  tests/core/record/test-fetch-record \
  tests/core/record/test-file-kind \
  tests/core/record/test-fingerprint \
  tests/core/record/test-fit \
  tests/core/record/test-invoice-line \
  tests/core/record/test-pec \
  tests/core/record/test-rejects \
  tests/core/record/test-run-notes \
  tests/core/record/test-service-answer \
  tests/core/record/test-usage-row

EXTRA_DIST += src/core/record/README.md
