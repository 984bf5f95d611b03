# What `make install' puts beside the program and its manual. Where a folder is no usual one it can be
# given to configure, or to make (`make install bashcompletiondir=...').

## Completions, made from what the program says of itself: whatever it takes, they know.

completion_sources = \
  build-aux/completion/acorecon.bash.in \
  build-aux/completion/acorecon.fish.in \
  build-aux/completion/acorecon.zsh.in \
  build-aux/completion/bash.awk \
  build-aux/completion/fish.awk \
  build-aux/completion/make.sh \
  build-aux/completion/table.awk \
  build-aux/completion/zsh.awk
EXTRA_DIST += $(completion_sources)

dist_pkglibexec_SCRIPTS = build-aux/completion/completion-words
bashcompletion_DATA = build-aux/completion/bash/acorecon
zshcompletion_DATA = build-aux/completion/zsh/_acorecon
fishcompletion_DATA = build-aux/completion/fish/acorecon.fish
completions = $(bashcompletion_DATA) $(zshcompletion_DATA) $(fishcompletion_DATA)
CLEANFILES += $(completions)

# The folder is the shell's name.
$(completions): acorecon$(EXEEXT) $(completion_sources)
	$(AM_V_GEN)$(MKDIR_P) '$(@D)' && \
	  $(SHELL) '$(srcdir)/build-aux/completion/make.sh' './acorecon$(EXEEXT)' '$(notdir $(@D))' \
	    '$(pkglibexecdir)/completion-words' >'$@.new' && mv '$@.new' '$@'

## The month end as a service of systemd: units, and what they run.

unit_sources = \
  build-aux/systemd/acorecon-fetch@.service.in \
  build-aux/systemd/acorecon-month-end@.service.in \
  build-aux/systemd/month-end-fetch.sh.in \
  build-aux/systemd/month-end.sh.in
EXTRA_DIST += $(unit_sources)

systemdsystemunit_DATA = \
  build-aux/systemd/acorecon-fetch@.service \
  build-aux/systemd/acorecon-month-end@.service
dist_systemdsystemunit_DATA = build-aux/systemd/acorecon-month-end@.timer
pkglibexec_SCRIPTS = \
  build-aux/systemd/month-end \
  build-aux/systemd/month-end-fetch
dist_examples_DATA = build-aux/systemd/month-end.conf
examplesdir = $(docdir)/examples
CLEANFILES += $(systemdsystemunit_DATA) $(pkglibexec_SCRIPTS)

# Brackets, or configure would put the folders into this.
put_folders = $(MKDIR_P) '$(@D)' && \
  sed -e 's|[@]bindir@|$(bindir)|g' -e 's|[@]sysconfdir@|$(sysconfdir)|g' \
    -e 's|[@]pkglibexecdir@|$(pkglibexecdir)|g'

# A change of a folder is one of Makefile.
build-aux/systemd/%.service: build-aux/systemd/%.service.in Makefile
	$(AM_V_GEN)$(put_folders) '$<' >'$@.new' && mv '$@.new' '$@'
build-aux/systemd/month-end build-aux/systemd/month-end-fetch: build-aux/systemd/%: build-aux/systemd/%.sh.in Makefile
	$(AM_V_GEN)$(put_folders) '$<' >'$@.new' && chmod +x '$@.new' && mv '$@.new' '$@'

## Documents, laid out as in the sources, so that they find each other.

install-data-local: install-documents
uninstall-hook: uninstall-documents

documents = README.md NEWS COPYING $(patsubst $(srcdir)/%,%,$(wildcard $(srcdir)/docs/*.md $(srcdir)/docs/adr/*.md \
  $(srcdir)/docs/examples/*.c $(srcdir)/docs/examples/*.py $(srcdir)/docs/examples/cluster/*.sh \
  $(srcdir)/docs/pictures/*))

install-documents:
	$(MKDIR_P) '$(DESTDIR)$(docdir)/docs/adr' '$(DESTDIR)$(docdir)/docs/examples/cluster' '$(DESTDIR)$(docdir)/docs/pictures'
	for file in $(documents); do \
	  $(INSTALL_DATA) "$(srcdir)/$$file" "$(DESTDIR)$(docdir)/$$file" || exit 1; \
	done
	chmod 755 '$(DESTDIR)$(docdir)'/docs/examples/cluster/*.sh

# Folders that are acorecon's own go, too; those of others stay, though they were made for it.
uninstall-documents:
	for file in $(documents); do rm -f "$(DESTDIR)$(docdir)/$$file"; done
	for folder in docs/adr docs/examples/cluster docs/examples docs/pictures docs/schemas docs examples; do \
	  rmdir "$(DESTDIR)$(docdir)/$$folder" 2>/dev/null; \
	done; \
	rmdir '$(DESTDIR)$(docdir)' '$(DESTDIR)$(pkglibexecdir)' 2>/dev/null || :

.PHONY: install-documents uninstall-documents

## What was installed does what the package's tests ask.

installcheck-local:
	SRCDIR='$(abs_srcdir)' ACORECON='$(DESTDIR)$(bindir)/acorecon$(EXEEXT)' \
	  $(SHELL) '$(srcdir)/tests/package/autopkgtest.sh'

## The bill of materials.

EXTRA_DIST += build-aux/sbom.sh build-aux/sbom-libraries
nodist_doc_DATA = acorecon.spdx.json
CLEANFILES += acorecon.spdx.json

acorecon.spdx.json: acorecon$(EXEEXT) build-aux/sbom.sh build-aux/sbom-libraries
	$(AM_V_GEN)$(SHELL) '$(srcdir)/build-aux/sbom.sh' './acorecon$(EXEEXT)' >$@.new && mv $@.new $@

## The Debian package, and its test, which takes long and needs root.

EXTRA_DIST += \
  build-aux/Containerfile \
  build-aux/debian-packages-package \
  debian/acorecon.install \
  debian/acorecon.postinst \
  debian/acorecon.postrm \
  debian/changelog \
  debian/control \
  debian/copyright \
  debian/libacorecon-dev.install \
  debian/libacorecon0.install \
  debian/libacorecon0.symbols \
  debian/rules \
  debian/source/format \
  debian/tests/control \
  debian/tests/demo \
  debian/tests/installed \
  debian/tests/library \
  debian/tests/month-end \
  tests/package/package.sh \
  tests/package/reproducible.sh \
  tests/package/sbom.py

check-reproducible:
	SRCDIR='$(abs_srcdir)' $(SHELL) '$(srcdir)/tests/package/reproducible.sh'
	$(record_run) check-reproducible

check-package:
	SRCDIR='$(abs_srcdir)' $(SHELL) '$(srcdir)/tests/package/package.sh'

.PHONY: check-package check-reproducible

## The schemas of the JSON, where docs/json.md looks for them. tests/schemas.sh sees that all are here.

schemasdir = $(docdir)/docs/schemas
schemas_DATA = \
  docs/schemas/benefit-profiles.schema.json \
  docs/schemas/benefits.schema.json \
  docs/schemas/check.schema.json \
  docs/schemas/compare.schema.json \
  docs/schemas/credits.schema.json \
  docs/schemas/diff.schema.json \
  docs/schemas/fetch.schema.json \
  docs/schemas/history.schema.json \
  docs/schemas/mca.schema.json \
  docs/schemas/mca-apply.schema.json \
  docs/schemas/pec.schema.json \
  docs/schemas/report.schema.json \
  docs/schemas/verify.schema.json \
  docs/schemas/watch.schema.json

# For tests/package/install.sh: as lines of a shell.
folders:
	@for folder in bindir=$(bindir) libdir=$(libdir) includedir=$(includedir) pkglibexecdir=$(pkglibexecdir) \
	  mandir=$(mandir) docdir=$(docdir) \
	  bashcompletiondir=$(bashcompletiondir) zshcompletiondir=$(zshcompletiondir) \
	  fishcompletiondir=$(fishcompletiondir) systemdsystemunitdir=$(systemdsystemunitdir); do \
	  echo "$$folder"; \
	done

.PHONY: folders
