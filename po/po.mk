# The translations: po/CODE.po for each language, checked and compiled into the program. What is
# marked in the sources comes into them by `make update-po'.

languages = de ja nl ru
catalogs = $(languages:%=po/%.mo)
EXTRA_DIST += $(languages:%=po/%.po) po/README.md po/GLOSSARY.md po/complete build-aux/catalogs.sh
CLEANFILES += $(catalogs) po/acorecon.pot src/base/language/catalogs.inc

# A translation that has not the placeholders of its text fails here.
po/%.mo: po/%.po
	$(AM_V_GEN)$(MKDIR_P) po && $(MSGFMT) --check --no-hash --endianness=little -o '$@.new' '$<' && \
	  mv '$@.new' '$@'

src/base/language/catalogs.inc: $(catalogs) build-aux/catalogs.sh
	$(AM_V_GEN)$(MKDIR_P) '$(@D)' && $(SHELL) '$(srcdir)/build-aux/catalogs.sh' $(catalogs) >'$@.new' && \
	  mv '$@.new' '$@'
src/base/language/language.$(OBJEXT): src/base/language/catalogs.inc

# What there is to translate: a product of the build, since it is nothing but the sources.
pot_sources = $(sort $(filter %.c,$(libacorecon_a_SOURCES) $(acorecon_SOURCES)) \
  src/app/command/cluster/fold-details.h src/app/command/history-details.h src/app/command/reading-details.h)
po/acorecon.pot: $(pot_sources)
	$(AM_V_GEN)$(MKDIR_P) po && \
	  (cd '$(srcdir)' && $(XGETTEXT) --output=- --language=C --from-code=UTF-8 --add-location=file \
	    --add-comments=translators: --package-name=acorecon --keyword \
	    --keyword=N_:1 --keyword=NC_:1c,2 --keyword=NP_:1,2 --keyword=text_table_add_column:2 --keyword=report_text_part_say:2 \
	    --keyword=reckoning_find:3 --flag=reckoning_find:3:c-format \
	    --keyword=language_say:2 --keyword=language_say_in:2c,3 --keyword=language_say_count:2,3 \
	    --flag=N_:1:pass-c-format --flag=NP_:1:pass-c-format --flag=NP_:2:pass-c-format --flag=language_say:2:pass-c-format --flag=report_text_part_say:2:pass-c-format \
	    --flag=language_say_in:3:pass-c-format --flag=language_say_count:2:pass-c-format \
	    --flag=language_say_count:3:pass-c-format --flag=g_strdup_printf:1:c-format \
	    --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
	    --flag=sink_printf:2:c-format $(pot_sources)) | \
	  sed '/^"POT-Creation-Date:/d' >'$@.new' && mv '$@.new' '$@'
pot: po/acorecon.pot

# Merges what is new in the sources into the catalogs, which lie beside the sources.
update-po: po/acorecon.pot
	for language in $(languages); do \
	  $(MSGMERGE) --quiet --update --backup=none --previous --add-location=file --sort-by-file --no-wrap \
	    "$(srcdir)/po/$$language.po" po/acorecon.pot || exit 1; \
	done

.PHONY: pot update-po

tests/languages.log: po/acorecon.pot
