# Builds the fuzz targets beside the program, from the same sources, for an engine. Called by
# `make fuzz' and `make fuzz-afl' in a folder of its own, with these variables:
#
#   CC FLAGS LIBS      as the engine and the project need them
#   ENGINE             what links the engine to a target; empty: the standalone main
#   SRCDIR SOURCES TARGETS

COMMON = tests/fuzz/fuzz-mutate.c tests/fuzz/fuzz-run.c
STANDALONE = tests/fuzz/standalone-main.c
LIBRARY_OBJECTS = $(patsubst %.c,%.o,$(filter %.c,$(SOURCES)) $(COMMON))
MAIN = $(if $(ENGINE),,$(STANDALONE:.c=.o))

vpath %.c $(SRCDIR)

all: $(TARGETS)

library.a: $(LIBRARY_OBJECTS)
	rm -f $@
	ar rcs $@ $^

fuzz-%: tests/fuzz/fuzz-%.o $(MAIN) library.a
	$(CC) $(FLAGS) $(ENGINE) -o $@ $< $(MAIN) library.a $(LIBS)

%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -c -o $@ $<

.PRECIOUS: %.o
-include $(patsubst %.o,%.d,$(LIBRARY_OBJECTS)) $(TARGETS:%=tests/fuzz/%.d)
