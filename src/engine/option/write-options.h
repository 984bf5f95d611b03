/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_WRITE_OPTIONS_H
#define ENGINE_OPTION_WRITE_OPTIONS_H

#include "engine/option/options.h"
#include "output/write-plan.h"

/** WriteOptions: the options about what is written as a WritePlan, and what it borrows. */
typedef struct
{
  WritePlan plan;
  AccountMap *accounts;
} WriteOptions;

/**
 * FALSE with RECON_ERROR_USAGE, or RECON_ERROR_INPUT when the map of accounts cannot be read; clear
 * is needed in any case. @options must outlive it.
 */
gboolean write_options_init (WriteOptions *self, const Options *options, GError **error);
void write_options_clear (WriteOptions *self); /* all zero is fine */

#endif
