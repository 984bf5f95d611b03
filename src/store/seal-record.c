/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/seal-record.h"

#include "store/content-digest.h"
#include "store/event-chain.h"
#include "store/month-summary.h"

static gboolean
supersede (const char *month, Database *database, GError **error)
{
  g_autoptr (DatabaseQuery) update = database_query_new (
      database, "UPDATE seal SET state = 'superseded' WHERE month = ?", error);

  if (update == NULL)
    return FALSE;
  database_query_bind_text (update, 1, month);
  return database_query_run (update, error);
}

static gboolean
insert_seal (const SealRecord *self, const char *month, Database *database, GError **error)
{
  g_autoptr (DatabaseQuery) insert = database_query_new (
      database,
      "INSERT INTO seal (month, version, state, sealed_at, preparer, approver, reason, program,"
      " options, as_of, pack, pack_sha256, pack_state)"
      " VALUES (?, ?, 'sealed', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (insert == NULL)
    return FALSE;
  database_query_bind_text (insert, 1, month);
  database_query_bind_number (insert, 2, self->version);
  database_query_bind_text (insert, 3, self->at);
  database_query_bind_text (insert, 4, self->preparer);
  database_query_bind_text (insert, 5, self->approver);
  database_query_bind_text (insert, 6, self->reason);
  if (self->content != NULL)
    {
      g_autofree char *options = event_body_print_options (self->options);

      database_query_bind_text (insert, 7, self->program);
      database_query_bind_text (insert, 8, options);
      database_query_bind_text (insert, 9, self->as_of);
    }
  database_query_bind_text (insert, 10, self->pack);
  database_query_bind_text (insert, 11, self->pack_sha256);
  database_query_bind_text (insert, 12, self->pack != NULL ? "pending" : "none");
  return database_query_run (insert, error);
}

static gboolean
set_digest (const SealRecord *self, const char *month, const char *digest, Database *database,
            GError **error)
{
  g_autoptr (DatabaseQuery) update = database_query_new (
      database, "UPDATE seal SET content_sha256 = ? WHERE month = ? AND version = ?", error);

  if (update == NULL)
    return FALSE;
  database_query_bind_text (update, 1, digest);
  database_query_bind_text (update, 2, month);
  database_query_bind_number (update, 3, self->version);
  return database_query_run (update, error);
}

static char *
write_content (const SealRecord *self, const char *month, Database *database, GError **error)
{
  if (!seal_content_write (self->content, database, self->version, error)
      || !seal_content_write_inputs (self->content, database, self->version, error)
      || !seal_content_write_names (self->content, database, error))
    return NULL;
  g_autofree char *digest = content_digest (database, month, self->version, error);
  if (digest == NULL || !set_digest (self, month, digest, database, error)
      || !month_summary_write (database, month, self->version, error))
    return NULL;
  return g_steal_pointer (&digest);
}

static EventKind
kind_of (const SealRecord *self)
{
  if (self->content == NULL)
    return EVENT_GAP;
  return self->version > 1 ? EVENT_RESTATE : EVENT_CLOSE;
}

char *
seal_record_write (const SealRecord *self, Database *database, GError **error)
{
  char month[MONTH_TEXT_SIZE];
  g_autofree char *digest = NULL;
  g_autoptr (GArray) inputs = self->content != NULL ? seal_content_inputs (self->content) : NULL;

  calendar_print_month (self->month, month);
  if (!supersede (month, database, error) || !insert_seal (self, month, database, error))
    return NULL;
  if (self->content != NULL)
    {
      digest = write_content (self, month, database, error);
      if (digest == NULL)
        return NULL;
    }
  const gboolean has_content = self->content != NULL;
  const Event event = { .kind = kind_of (self),
                        .at = self->at,
                        .month = month,
                        .version = self->version,
                        .by = self->preparer,
                        .approver = self->approver,
                        .reason = self->reason,
                        .program = has_content ? self->program : NULL,
                        .options = has_content ? self->options : NULL,
                        .as_of = has_content ? self->as_of : NULL,
                        .inputs = inputs,
                        .content_sha256 = digest };
  return event_chain_append (database, &event, error);
}

char *
seal_record_reopen (Database *database, const Event *event, GError **error)
{
  g_autoptr (DatabaseQuery) update = database_query_new (
      database, "UPDATE seal SET state = 'reopened' WHERE month = ? AND version = ?", error);

  if (update == NULL)
    return NULL;
  database_query_bind_text (update, 1, event->month);
  database_query_bind_number (update, 2, event->version);
  return database_query_run (update, error) ? event_chain_append (database, event, error) : NULL;
}

gboolean
seal_record_settle_pack (Database *database, Month month, gint64 version, const char *state,
                         GError **error)
{
  char text[MONTH_TEXT_SIZE];
  g_autoptr (DatabaseQuery) update = database_query_new (
      database, "UPDATE seal SET pack_state = ? WHERE month = ? AND version = ?", error);

  if (update == NULL)
    return FALSE;
  calendar_print_month (month, text);
  database_query_bind_text (update, 1, state);
  database_query_bind_text (update, 2, text);
  database_query_bind_number (update, 3, version);
  return database_query_run (update, error);
}
