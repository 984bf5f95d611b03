/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-reopen.h"

#include <string.h>

#include "app/run/event-time.h"
#include "app/run/print.h"
#include "app/run/sealed-history.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/option-value.h"
#include "store/seal-record.h"

static gboolean
refuse_usage (GError **error, const char *message)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, message);
  return FALSE;
}

/* A name or a reason: something that can be read. */
static gboolean
is_said (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL) && strspn (text, " \t") < strlen (text);
}

static gboolean
take_month (const Options *options, Month *month, GError **error)
{
  const char *const *arguments = options_arguments (options);

  if (arguments[0] == NULL || arguments[1] != NULL)
    return refuse_usage (error, "expected one MONTH: the month to reopen, like 2026-10");
  if (option_value_month (arguments[0], month))
    return TRUE;
  g_autofree char *found = printable_text (arguments[0]);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "MONTH: found \"%s\", expected a month like 2026-10", found);
  return FALSE;
}

/* The last one that is sealed; those that are reopened already stand behind it. */
static const Seal *
last_sealed (const Seals *seals)
{
  const GPtrArray *list = seals_list (seals);

  for (guint i = list->len; i-- > 0;)
    {
      const Seal *seal = g_ptr_array_index (list, i);
      if (seal->state == SEAL_SEALED)
        return seal;
    }
  return NULL;
}

static gboolean
print_reopened (const Event *event, const char *hash, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *by = printable_text (event->by);

  g_string_append_printf (out,
                          "%s, version %" G_GINT64_FORMAT ", is reopened by %s.\n\n"
                          "Hash, to be kept elsewhere\n  %s\n",
                          event->month, event->version, by, hash);
  return print_text (out, error);
}

static gboolean
reopen (SealedHistory *history, Month month, const Options *options, const char *at, GError **error)
{
  const Seal *seal = last_sealed (sealed_history_seals (history));
  Database *database = sealed_history_database (history);
  char text[MONTH_TEXT_SIZE];

  calendar_print_month (month, text);
  if (seal == NULL || seal->month != month)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
                   "%s is not the last sealed month: only that can be reopened", text);
      return FALSE;
    }
  const Event event = { .kind = EVENT_REOPEN,
                        .at = at,
                        .month = text,
                        .version = seal->version,
                        .by = options_get (options, OPTION_BY),
                        .reason = options_get (options, OPTION_REASON) };
  if (!sealed_history_begin (history, error))
    return FALSE;
  g_autofree char *hash = seal_record_reopen (database, &event, error);
  if (hash == NULL || !print_reopened (&event, hash, error))
    return FALSE;
  g_autofree char *what = g_strdup_printf ("%s may be reopened", text);
  gboolean in_doubt;
  return sealed_history_commit_event (history, hash, what, &in_doubt, error);
}

RunStatus
cmd_reopen (const Options *options, GError **error)
{
  g_auto (HistoryOptions) where = { 0 };
  Month month;

  if (!take_month (options, &month, error))
    return RUN_FAILED;
  if (!is_said (options_get (options, OPTION_BY))
      || !is_said (options_get (options, OPTION_REASON)))
    {
      refuse_usage (error, "who reopens it and why is missing: give --by NAME and --reason TEXT");
      return RUN_FAILED;
    }
  if (!history_options_init (&where, options, error))
    return RUN_FAILED;
  g_autofree char *at = event_time_now (error);
  g_autoptr (SealedHistory) history
      = at != NULL ? sealed_history_open_existing (&where, at, error) : NULL;
  if (history == NULL || !sealed_history_lock (history, error))
    return RUN_FAILED;
  return reopen (history, month, options, at, error) ? RUN_DONE : RUN_FAILED;
}
