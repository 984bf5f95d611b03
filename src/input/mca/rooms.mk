# src/input/mca: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/input/mca/charge-file.c src/input/mca/charge-file.h \
  src/input/mca/mca-kind.c src/input/mca/mca-kind.h \
  src/input/mca/mca-member.c src/input/mca/mca-member.h \
  src/input/mca/mca-owner.c src/input/mca/mca-owner.h \
  src/input/mca/mca-reader.c src/input/mca/mca-reader.h \
  src/input/mca/mca-resource.c src/input/mca/mca-resource.h \
  src/input/mca/mca-values.c src/input/mca/mca-values.h

check_PROGRAMS += \
  tests/input/mca/test-charge-file \
  tests/input/mca/test-mca-kind \
  tests/input/mca/test-mca-member \
  tests/input/mca/test-mca-owner \
  tests/input/mca/test-mca-reader \
  tests/input/mca/test-mca-resource \
  tests/input/mca/test-mca-values

EXTRA_DIST += src/input/mca/README.md
