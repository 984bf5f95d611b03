/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/history-options.h"

#include "engine/option/option-value.h"

#define TIMEOUT_DEFAULT 10
#define TIMEOUT_MAX 86400

/* NULL: none is named. */
static char *
named_path (const Options *options)
{
  const char *given = options_get (options, OPTION_HISTORY);
  const char *variable = g_getenv ("ACORECON_HISTORY");

  if (given != NULL)
    return g_strdup (given);
  return variable != NULL && *variable != '\0' ? g_strdup (variable) : NULL;
}

gboolean
history_options_init (HistoryOptions *self, const Options *options, GError **error)
{
  if (!history_options_init_named (self, options, error))
    return FALSE;
  self->is_own = self->path == NULL;
  if (self->is_own)
    self->path = g_build_filename (g_get_user_data_dir (), "acorecon", "history.db", NULL);
  return TRUE;
}

gboolean
history_options_init_named (HistoryOptions *self, const Options *options, GError **error)
{
  const char *timeout = options_get (options, OPTION_LOCK_TIMEOUT);
  guint64 seconds = TIMEOUT_DEFAULT;

  self->path = named_path (options);
  if (timeout != NULL && !g_ascii_string_to_unsigned (timeout, 10, 0, TIMEOUT_MAX, &seconds, NULL))
    return option_value_refuse (OPTION_LOCK_TIMEOUT, timeout, "a number of seconds from 0 to 86400",
                                error);
  self->timeout = (guint) seconds;
  return TRUE;
}

void
history_options_clear (HistoryOptions *self)
{
  g_clear_pointer (&self->path, g_free);
}
