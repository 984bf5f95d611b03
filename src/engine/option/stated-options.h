/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_STATED_OPTIONS_H
#define ENGINE_OPTION_STATED_OPTIONS_H

#include "engine/option/options.h"

/**
 * StatedOptions: the options in force that differ from their default and change what is reckoned,
 * reported or shown, for the report to state (spec section 5, "options"). Where output goes and
 * what it looks like is none of them.
 */
typedef struct
{
  GPtrArray *texts;  /* of char *: "--name=value" or "--name", by bytes; NULL-terminated */
  char *config_file; /* the name, without its folders, of the file that gave some; or NULL */
} StatedOptions;

StatedOptions *stated_options_new (const Options *options);
void stated_options_free (StatedOptions *self); /* NULL is fine */

#endif
