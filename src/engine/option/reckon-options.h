/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_RECKON_OPTIONS_H
#define ENGINE_OPTION_RECKON_OPTIONS_H

#include "core/month/reckon-plan.h"
#include "engine/option/options.h"
#include "engine/option/stated-options.h"

/** ReckonOptions: the options about the reckoning as a ReckonPlan, and what it borrows. */
typedef struct
{
  ReckonPlan plan;
  GTree *invoice_months;
  StatedOptions *stated;
} ReckonOptions;

/** FALSE with RECON_ERROR_USAGE; clear is needed in any case. @options must outlive it. */
gboolean reckon_options_init (ReckonOptions *self, const Options *options, GError **error);
void reckon_options_clear (ReckonOptions *self); /* all zero is fine */

#endif
