# src/output/text/finding: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/output/text/finding/digest-text.c src/output/text/finding/digest-text.h \
  src/output/text/finding/finding-digest.c src/output/text/finding/finding-digest.h \
  src/output/text/finding/finding-heading.c src/output/text/finding/finding-heading.h \
  src/output/text/finding/findings-text.c src/output/text/finding/findings-text.h \
  src/output/text/finding/found-text.c src/output/text/finding/found-text.h \
  src/output/text/finding/severity-words.c src/output/text/finding/severity-words.h

check_PROGRAMS += \
  tests/output/text/finding/test-digest-text \
  tests/output/text/finding/test-finding-digest \
  tests/output/text/finding/test-finding-heading \
  tests/output/text/finding/test-findings-text \
  tests/output/text/finding/test-found-text \
  tests/output/text/finding/test-severity-words

EXTRA_DIST += src/output/text/finding/README.md
