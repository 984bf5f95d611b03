# Builds the program beside itself, from the same sources, with ThreadSanitizer. Called by
# `make check-tsan' in a folder of its own, with these variables:
#
#   CC FLAGS LIBS      as the compiler and the project need them
#   SRCDIR SOURCES

OBJECTS = $(patsubst %.c,%.o,$(filter %.c,$(SOURCES)))

vpath %.c $(SRCDIR)

acorecon: $(OBJECTS)
	$(CC) $(FLAGS) -o $@ $^ $(LIBS)

%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -c -o $@ $<

-include $(OBJECTS:.o=.d)
