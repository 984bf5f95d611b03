# src/app/command/cluster: a room is one line here, and its test one below.

libacorecon_a_SOURCES += \
  src/app/command/cluster/cmd-fold.c src/app/command/cluster/cmd-fold.h \
  src/app/command/cluster/fold-details.h

EXTRA_DIST += src/app/command/cluster/README.md
