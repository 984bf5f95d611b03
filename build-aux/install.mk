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
