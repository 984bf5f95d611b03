/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_READ_OPTIONS_H
#define ENGINE_OPTION_READ_OPTIONS_H

#include "engine/option/options.h"
#include "input/billing/read-plan.h"

/** ReadOptions: the options about reading as a ReadPlan, and what it borrows. */
typedef struct
{
  ReadPlan plan;
  ColumnMap *map;
  GPtrArray *aco_reasons;
} ReadOptions;

/** FALSE with RECON_ERROR_USAGE; clear is needed in any case. @options must outlive it. */
gboolean read_options_init (ReadOptions *self, const Options *options, GError **error);
void read_options_clear (ReadOptions *self); /* all zero is fine */

#endif
