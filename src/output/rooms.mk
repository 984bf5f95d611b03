# src/output: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/benefit-pack.c src/output/benefit-pack.h \
  src/output/credit-pack.c src/output/credit-pack.h \
  src/output/customer-labels.c src/output/customer-labels.h \
  src/output/diff-pack.c src/output/diff-pack.h \
  src/output/fetch-folder.c src/output/fetch-folder.h \
  src/output/finding-order.c src/output/finding-order.h \
  src/output/folder-listing.c src/output/folder-listing.h \
  src/output/mca-pack.c src/output/mca-pack.h \
  src/output/money-tally.c src/output/money-tally.h \
  src/output/output-error.c src/output/output-error.h \
  src/output/output-set.c src/output/output-set.h \
  src/output/pack.c src/output/pack.h \
  src/output/pack-form.c src/output/pack-form.h \
  src/output/pack-folder.c src/output/pack-folder.h \
  src/output/rejects-csv.c src/output/rejects-csv.h \
  src/output/part-folder.c src/output/part-folder.h \
  src/output/renaming.c src/output/renaming.h \
  src/output/sink.c src/output/sink.h \
  src/output/sink-crew.c src/output/sink-crew.h \
  src/output/staged-pack.c src/output/staged-pack.h \
  src/output/staged-target.c src/output/staged-target.h \
  src/output/staging-folder.c src/output/staging-folder.h \
  src/output/stake-order.c src/output/stake-order.h \
  src/output/waterfall-sums.c src/output/waterfall-sums.h \
  src/output/write-plan.c src/output/write-plan.h

check_PROGRAMS += \
  tests/output/test-benefit-pack \
  tests/output/test-credit-pack \
  tests/output/test-customer-labels \
  tests/output/test-diff-pack \
  tests/output/test-fetch-folder \
  tests/output/test-finding-order \
  tests/output/test-folder-listing \
  tests/output/test-mca-pack \
  tests/output/test-money-tally \
  tests/output/test-output-error \
  tests/output/test-output-set \
  tests/output/test-pack \
  tests/output/test-pack-folder \
  tests/output/test-pack-form \
  tests/output/test-rejects-csv \
  tests/output/test-part-folder \
  tests/output/test-renaming \
  tests/output/test-sink \
  tests/output/test-sink-crew \
  tests/output/test-staged-pack \
  tests/output/test-staged-target \
  tests/output/test-staging-folder \
  tests/output/test-stake-order \
  tests/output/test-waterfall-sums \
  tests/output/test-write-plan

EXTRA_DIST += src/output/README.md
