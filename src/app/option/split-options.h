/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_SPLIT_OPTIONS_H
#define APP_OPTION_SPLIT_OPTIONS_H

#include "engine/option/options.h"
#include "input/bytes/split-input.h"

/** SplitOptions: which split of which file standard input is. Borrows from the options. */
typedef struct
{
  gboolean is_split; /* FALSE: nothing was said, and the PATHs are files */
  SplitInput input;
  const char *name;   /* of the file, as reports call it */
  const char *digest; /* of the file; NULL: not known */
} SplitOptions;

/** FALSE with RECON_ERROR_USAGE. */
gboolean split_options_take (SplitOptions *self, const Options *options, GError **error);

#endif
