/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_COMMAND_H
#define APP_COMMAND_COMMAND_H

#include "app/run/run-status.h"
#include "base/language/language.h"
#include "engine/option/options.h"

/** What one command is; the table of them is in command.c. */
typedef struct
{
  const char *name;
  CommandMask mask;
  const char *usage;   /* "reconcile [OPTION]... PATH..." */
  const char *summary; /* one line */
  const char *details; /* paragraphs and examples for `COMMAND --help` */
  RunStatus (*run) (const Options *options, GError **error);
} Command;

/**
 * The command that @words begin with, which may have a name of two words. NULL: there is none.
 * @words: NULL-terminated; *count: how many of them are its name; may be NULL.
 */
const Command *command_find (const char *const *words, guint *count);

/**
 * "; did you mean check?", or "": the end of a message that there is no command that @words begin
 * with. (transfer full)
 */
char *command_question (const char *const *words);

/** `acorecon --help` and `acorecon COMMAND --help`. */
void command_append_overview (const Language *language, GString *out);
void command_append_help (const Command *command, const Language *language, GString *out);

#endif
