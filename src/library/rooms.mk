# src/library: a room is one line here, and its test one below; and how the shared library is made.

libacorecon_a_SOURCES += \
  src/library/library-buffer.c src/library/library-buffer.h \
  src/library/library-cursor.c \
  src/library/library-error.c src/library/library-error.h \
  src/library/library-forms.c \
  src/library/library-job.c src/library/library-job.h \
  src/library/library-report.c src/library/library-report.h \
  src/library/library-version.c

check_PROGRAMS += \
  tests/library/test-library-buffer \
  tests/library/test-library-cursor \
  tests/library/test-library-error \
  tests/library/test-library-forms \
  tests/library/test-library-job \
  tests/library/test-library-report \
  tests/library/test-library-threads \
  tests/library/test-library-version

EXTRA_DIST += src/library/README.md src/library/libacorecon.map

## The objects are those of the program: the rooms of this wing, and from libacorecon.a what they
## need. The name that programs are linked with changes when one of them would not run any more.

library_name = libacorecon.so.0
library_file = $(library_name).0.0
library_objects = \
  src/library/library-buffer.$(OBJEXT) \
  src/library/library-cursor.$(OBJEXT) \
  src/library/library-error.$(OBJEXT) \
  src/library/library-forms.$(OBJEXT) \
  src/library/library-job.$(OBJEXT) \
  src/library/library-report.$(OBJEXT) \
  src/library/library-version.$(OBJEXT)
library_map = $(srcdir)/src/library/libacorecon.map

CLEANFILES += $(library_file) $(library_name) libacorecon.so

$(library_file): libacorecon.a $(library_objects) $(library_map)
	$(AM_V_CCLD)$(CC) $(AM_CFLAGS) $(CFLAGS) -shared -Wl,-soname,$(library_name) \
	  -Wl,--version-script='$(library_map)' $(filter-out -pie,$(AM_LDFLAGS) $(LDFLAGS)) \
	  -o $@ $(library_objects) $(project_libs) $(LIBS)
$(library_name) libacorecon.so: $(library_file)
	$(AM_V_at)rm -f $@ && ln -s $(library_file) $@
libacorecon.so: $(library_name)

# Built and installed with the program.
all-local: libacorecon.so

include_HEADERS = include/acorecon.h
pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = acorecon.pc
EXTRA_DIST += src/library/acorecon.pc.in
CLEANFILES += acorecon.pc

# A change of a folder is one of Makefile.
acorecon.pc: src/library/acorecon.pc.in Makefile
	$(AM_V_GEN)sed -e 's|[@]prefix@|$(prefix)|' -e 's|[@]libdir@|$(libdir)|' \
	  -e 's|[@]includedir@|$(includedir)|' -e 's|[@]version@|$(VERSION)|' \
	  '$(srcdir)/src/library/acorecon.pc.in' >$@.new && mv $@.new $@

install-exec-local: install-library
uninstall-local: uninstall-library

install-library: libacorecon.so
	$(MKDIR_P) '$(DESTDIR)$(libdir)'
	$(INSTALL_DATA) $(INSTALL_STRIP_FLAG) $(library_file) '$(DESTDIR)$(libdir)/$(library_file)'
	cd '$(DESTDIR)$(libdir)' && rm -f $(library_name) libacorecon.so && \
	  ln -s $(library_file) $(library_name) && ln -s $(library_file) libacorecon.so

uninstall-library:
	rm -f '$(DESTDIR)$(libdir)/$(library_file)' '$(DESTDIR)$(libdir)/$(library_name)' \
	  '$(DESTDIR)$(libdir)/libacorecon.so'

.PHONY: install-library uninstall-library
