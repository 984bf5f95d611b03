# src/app: the program itself; its rooms are in the wings below it.

acorecon_SOURCES = src/app/main.c

EXTRA_DIST += src/app/README.md
