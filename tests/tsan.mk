# Builds the program beside itself, from the same sources, with ThreadSanitizer, and the test of the
# library in several threads. Called by `make check-tsan' in a folder of its own, with these variables:
#
#   CC FLAGS LIBS      as the compiler and the project need them
#   TEST_LIBS          what tests need besides
#   SRCDIR SOURCES

OBJECTS = $(patsubst %.c,%.o,$(filter %.c,$(SOURCES)))

vpath %.c $(SRCDIR)

acorecon: $(OBJECTS)
	$(CC) $(FLAGS) -o $@ $^ $(LIBS)

test-library-threads: $(filter-out src/app/main.o,$(OBJECTS)) tests/test-main.o tests/library/test-library-threads.o
	$(CC) $(FLAGS) -o $@ $^ $(LIBS) $(TEST_LIBS)

tests/%: includes = -I$(SRCDIR)/tests

%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(includes) -MMD -c -o $@ $<

-include $(OBJECTS:.o=.d)
