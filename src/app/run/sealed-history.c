/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/sealed-history.h"

#include <string.h>

#include "app/run/interruption.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "output/staged-pack.h"
#include "store/event-chain.h"
#include "store/seal-record.h"

struct SealedHistory
{
  const HistoryOptions *options;
  const char *at;
  History *history;
  Seals *seals;
  gint64 events; /* before the lock */
  gboolean is_new;
  gboolean is_changed;
};

/* A later run finished the pack, or lost it: that is an event. Where it cannot be known, the next
   command looks again. */
static gboolean
finish_pack (const SealedHistory *self, const Seal *seal, GError **error)
{
  const StagedPackState state = staged_pack_finish (seal->pack, seal->pack_sha256);
  const gboolean is_written = state == STAGED_PACK_THERE;
  Database *database = history_database (self->history);
  char month[MONTH_TEXT_SIZE];
  const Event event = { .kind = EVENT_PACK,
                        .at = self->at,
                        .month = month,
                        .version = seal->version,
                        .reason = is_written ? "written" : "lost" };

  calendar_print_month (seal->month, month);
  if (state == STAGED_PACK_UNKNOWN)
    {
      g_printerr ("%s: the pack of a killed close cannot be looked at, or put at its place; the "
                  "next command that writes to the history tries again\n",
                  month);
      return TRUE;
    }
  if (!history_begin (self->history, error)
      || !seal_record_settle_pack (database, seal->month, seal->version, event.reason, error))
    return FALSE;
  g_autofree char *hash = event_chain_append (database, &event, error);
  if (hash == NULL || !history_commit (self->history, error))
    return FALSE;
  g_printerr (is_written
                  ? "%s: the pack that a killed close had not put at its place is there now\n"
                  : "%s: the pack of a killed close is lost; reconcile again to write it\n",
              month);
  return TRUE;
}

static gboolean
is_pending (const Seal *seal)
{
  return strcmp (seal->pack_state, "pending") == 0 && seal->pack != NULL;
}

static gboolean
load_seals (SealedHistory *self, GError **error)
{
  g_clear_pointer (&self->seals, seals_free);
  self->seals = seals_load (history_database (self->history), error);
  return self->seals != NULL;
}

/* Under the lock, for a close that is alive may be between its seal and its pack. */
static gboolean
finish_pending (SealedHistory *self, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < seals_list (self->seals)->len; i++)
    any = any || is_pending (g_ptr_array_index (seals_list (self->seals), i));
  if (!any)
    return TRUE;
  if (!history_lock (self->history, error) || !load_seals (self, error))
    return FALSE;
  for (guint i = 0; i < seals_list (self->seals)->len; i++)
    {
      const Seal *seal = g_ptr_array_index (seals_list (self->seals), i);

      if (is_pending (seal) && !finish_pack (self, seal, error))
        return FALSE;
    }
  return load_seals (self, error);
}

static SealedHistory *
open_or_begin (const HistoryOptions *options, const char *at, gboolean is_new, GError **error)
{
  SealedHistory *self = g_new0 (SealedHistory, 1);

  self->options = options;
  self->at = at;
  self->is_new = is_new;
  self->history = self->is_new
                      ? history_new ()
                      : history_open (options->path, HISTORY_WRITES, options->timeout, error);
  if (self->history != NULL && load_seals (self, error) && finish_pending (self, error))
    {
      self->events = event_chain_last (history_database (self->history), error);
      if (self->events >= 0)
        return self;
    }
  sealed_history_free (self);
  return NULL;
}

SealedHistory *
sealed_history_open (const HistoryOptions *options, const char *at, GError **error)
{
  return open_or_begin (options, at, !history_exists (options->path), error);
}

SealedHistory *
sealed_history_open_existing (const HistoryOptions *options, const char *at, GError **error)
{
  return open_or_begin (options, at, FALSE, error);
}

void
sealed_history_free (SealedHistory *self)
{
  if (self == NULL)
    return;
  seals_free (self->seals);
  history_free (self->history);
  g_free (self);
}

const Seals *
sealed_history_seals (const SealedHistory *self)
{
  return self->seals;
}

Database *
sealed_history_database (const SealedHistory *self)
{
  return history_database (self->history);
}

/* Somebody made one since: that is the history. */
static gboolean
take_what_is_there (SealedHistory *self, GError **error)
{
  History *there
      = history_open (self->options->path, HISTORY_WRITES, self->options->timeout, error);

  if (there == NULL)
    return FALSE;
  history_free (self->history);
  self->history = there;
  self->is_new = FALSE;
  return TRUE;
}

gboolean
sealed_history_lock (SealedHistory *self, GError **error)
{
  if (self->is_new && history_exists (self->options->path) && !take_what_is_there (self, error))
    return FALSE;
  if (!history_lock (self->history, error) || !load_seals (self, error))
    return FALSE;
  const gint64 events = event_chain_last (history_database (self->history), error);
  self->is_changed = events != self->events;
  return events >= 0;
}

gboolean
sealed_history_is_changed (const SealedHistory *self)
{
  return self->is_changed;
}

gboolean
sealed_history_begin (SealedHistory *self, GError **error)
{
  interruption_decide (NULL);
  return history_begin (self->history, error);
}

static gboolean
make_folder (const SealedHistory *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->options->path);

  if (!self->options->is_own || g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_autofree char *name = printable_text (folder);
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s: cannot be made; nothing was written",
               name);
  return FALSE;
}

static gboolean
publish (SealedHistory *self, GError **error)
{
  gboolean is_there;

  if (!make_folder (self, error))
    return FALSE;
  if (!history_publish (self->history, self->options->path, &is_there, error))
    {
      if (is_there)
        g_set_error_literal (error, RECON_ERROR, RECON_ERROR_HISTORY,
                             "another close made the history at the same time; nothing was "
                             "sealed: try again");
      return FALSE;
    }
  return take_what_is_there (self, error) && history_lock (self->history, error);
}

gboolean
sealed_history_commit (SealedHistory *self, GError **error)
{
  return history_commit (self->history, error) && (!self->is_new || publish (self, error));
}

/* The disk may have taken it, and failed at what comes behind: only another look tells. */
static gboolean
may_hold (SealedHistory *self, const char *hash)
{
  GError *failure = NULL;

  g_clear_pointer (&self->history, history_free); /* its transaction ends */
  if (!history_exists (self->options->path))
    return FALSE;
  g_autoptr (History) there
      = history_open (self->options->path, HISTORY_READS, self->options->timeout, &failure);
  const gboolean holds
      = there != NULL && event_chain_has (history_database (there), hash, &failure);
  const gboolean is_known = failure == NULL;

  g_clear_error (&failure);
  return holds || !is_known;
}

gboolean
sealed_history_commit_event (SealedHistory *self, const char *hash, const char *what,
                             gboolean *in_doubt, GError **error)
{
  *in_doubt = FALSE;
  if (sealed_history_commit (self, error))
    return TRUE;
  *in_doubt = may_hold (self, hash);
  if (*in_doubt)
    g_prefix_error (error,
                    "%s, though the disk did not confirm it; acorecon history tells, and the next "
                    "command that writes to the history finishes what is left: ",
                    what);
  return FALSE;
}
