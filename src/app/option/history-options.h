/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_HISTORY_OPTIONS_H
#define APP_OPTION_HISTORY_OPTIONS_H

#include "engine/option/options.h"

/** HistoryOptions: where the history is, and how long others are waited for. */
typedef struct
{
  char *path;      /* --history, $ACORECON_HISTORY, or history.db in $XDG_DATA_HOME/acorecon */
  guint timeout;   /* --lock-timeout, in seconds */
  gboolean is_own; /* the last of them: its folder may have to be made */
} HistoryOptions;

/** FALSE with RECON_ERROR_USAGE; clear is needed in any case. */
gboolean history_options_init (HistoryOptions *self, const Options *options, GError **error);
/** The same for a command that needs none: its path is NULL where none is named. */
gboolean history_options_init_named (HistoryOptions *self, const Options *options, GError **error);
void history_options_clear (HistoryOptions *self); /* all zero is fine */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HistoryOptions, history_options_clear)

#endif
