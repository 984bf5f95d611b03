/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_CLOSE_OPTIONS_H
#define APP_OPTION_CLOSE_OPTIONS_H

#include "app/option/history-options.h"
#include "base/calendar.h"

/** CloseOptions: which month is to be closed, by whom, and how. */
typedef struct
{
  HistoryOptions history;
  Month month;
  const char *const *paths; /* borrowed from the options; with is_gap none */
  const char *preparer;
  const char *approver;
  const char *reason; /* or NULL */
  gboolean is_first;
  gboolean restates;
  gboolean is_gap;
} CloseOptions;

/** FALSE with RECON_ERROR_USAGE; clear is needed in any case. @options must outlive it. */
gboolean close_options_init (CloseOptions *self, const Options *options, GError **error);
void close_options_clear (CloseOptions *self); /* all zero is fine */

#endif
