/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-resolve.h"

#include <string.h>

#include "app/run/event-time.h"
#include "app/run/print.h"
#include "app/run/sealed-history.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "core/report/finding-ids.h"
#include "engine/option/option-value.h"
#include "engine/option/read-options.h"
#include "input/decision-file.h"
#include "input/report-file.h"
#include "store/resolution-book.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KnownFinding, resolution_book_found_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadOptions, read_options_clear)

/* What is decided, on its way into the history. */
typedef struct
{
  const Options *options;
  HistoryOptions where;
  ReadOptions reading;
  char *at;
  SavedReport *report; /* NULL: none was named */
  SealedHistory *history;
  Resolutions *standing; /* of a table: what was decided before */
  GPtrArray *taken;      /* of Resolution, whose texts are in texts */
  GStringChunk *texts;
  GError *failure; /* of the history while a table is read */
} Resolving;

static void
resolving_clear (Resolving *self)
{
  sealed_history_free (self->history);
  saved_report_free (self->report);
  resolutions_free (self->standing);
  history_options_clear (&self->where);
  read_options_clear (&self->reading);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_error (&self->failure);
  g_free (self->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Resolving, resolving_clear)

static gboolean
refuse (GError **error, const char *message)
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
check_decision (const Options *options, GError **error)
{
  const char *word = options_get (options, OPTION_AS);

  if (word == NULL)
    return refuse (error, "what is decided is missing: give --as accepted, disputed, corrected or "
                          "expected");
  if (!resolutions_is_word (word))
    return option_value_refuse_choice (OPTION_AS, word, resolutions_words (), error);
  if (!is_said (options_get (options, OPTION_NOTE)))
    return refuse (error, "why is missing: give --note TEXT");
  return TRUE;
}

static gboolean
check_options (const Options *options, GError **error)
{
  const gboolean has_ids = options_arguments (options)[0] != NULL;

  if (!is_said (options_get (options, OPTION_BY)))
    return refuse (error, "who decided is missing: give --by NAME");
  if (!options_has (options, OPTION_IMPORT))
    return has_ids
               ? check_decision (options, error)
               : refuse (error, "an ID is missing: that of a finding, or a table with --import");
  if (has_ids || options_has (options, OPTION_AS) || options_has (options, OPTION_NOTE))
    return refuse (error, "--import FILE says itself what is decided: it goes with no ID, --as or "
                          "--note");
  return TRUE;
}

static const SavedFinding *
find_in_report (const Resolving *self, const char *id)
{
  const GPtrArray *findings = self->report != NULL ? saved_report_findings (self->report) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SavedFinding *finding = g_ptr_array_index (findings, i);
      if (g_strcmp0 (finding->id, id) == 0)
        return finding;
    }
  return NULL;
}

/* NULL: nobody knows it, or, with @error, it cannot be looked for. */
static KnownFinding *
find_known (const Resolving *self, const char *id, GError **error)
{
  GError *failure = NULL;
  KnownFinding *known
      = resolution_book_find (sealed_history_database (self->history), id, &failure);
  const SavedFinding *saved = find_in_report (self, id);

  if (failure != NULL)
    g_propagate_error (error, failure);
  if (known != NULL || failure != NULL || saved == NULL || saved->key == NULL)
    return known;
  known = g_new0 (KnownFinding, 1);
  known->id = g_strdup (id);
  known->key = g_strdup (saved->key);
  known->amount = decimal_to_string (saved->amount, 2);
  return known;
}

static const char *
keep (const Resolving *self, const char *text)
{
  return g_string_chunk_insert (self->texts, text);
}

static void
take (Resolving *self, const KnownFinding *known, const char *resolution, const char *note)
{
  Resolution *taken = g_new0 (Resolution, 1);

  *taken = (Resolution){ .finding_id = keep (self, known->id),
                         .finding_key = keep (self, known->key),
                         .amount = keep (self, known->amount),
                         .resolution = keep (self, resolution),
                         .note = keep (self, note),
                         .by = options_get (self->options, OPTION_BY),
                         .at = self->at };
  g_ptr_array_add (self->taken, taken);
}

static gboolean
take_ids (Resolving *self, GError **error)
{
  for (const char *const *id = options_arguments (self->options); *id != NULL; id++)
    {
      GError *failure = NULL;
      g_autoptr (KnownFinding) known = find_known (self, *id, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (known == NULL)
        {
          g_autofree char *found = printable_text (*id);
          g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
                       "%s: found no finding with this id in the months that are sealed%s; nothing "
                       "was resolved",
                       found, self->report != NULL ? " nor in the report" : "; give --report");
          return FALSE;
        }
      take (self, known, options_get (self->options, OPTION_AS),
            options_get (self->options, OPTION_NOTE));
    }
  return TRUE;
}

/* That nobody knows it yet: its own columns have to give it. */
static KnownFinding *
find_by_columns (const Decision *decision)
{
  FindingRow row = { .customer_id = decision->customer_id,
                     .agreement_id = decision->agreement_id,
                     .currency = decision->currency,
                     .month = decision->month,
                     .subject = decision->subject,
                     .amount = decision->amount };
  FindingCode code;
  FindingNames names;

  if (!finding_code_from_text (decision->code, &code))
    return NULL;
  row.code = code;
  if (!finding_ids_fit (&row, decision->id, &names))
    return NULL;
  KnownFinding *found = g_new0 (KnownFinding, 1);
  found->id = g_strdup (names.id);
  found->key = g_strdup (names.key);
  found->amount = decimal_to_string (decision->amount, 2);
  return found;
}

/* A table of a run with the history holds what was decided before: that is not decided again. */
static gboolean
is_decided (const Resolving *self, const char *id, const Decision *decision)
{
  const Resolution *standing = resolutions_find (self->standing, id);

  return standing != NULL && strcmp (standing->resolution, decision->resolution) == 0
         && strcmp (standing->note, decision->note) == 0;
}

static DecisionVerdict
take_decision (const Decision *decision, gpointer data)
{
  Resolving *self = data;
  g_autofree char *amount = decimal_to_string (decision->amount, 2);
  g_autoptr (KnownFinding) known
      = self->failure == NULL ? find_known (self, decision->id, &self->failure) : NULL;

  if (known != NULL && strcmp (known->amount, amount) != 0)
    return DECISION_OTHER_AMOUNT;
  if (known == NULL && self->failure == NULL)
    known = find_by_columns (decision);
  if (known == NULL)
    return DECISION_UNKNOWN_ID;
  if (!is_decided (self, known->id, decision))
    take (self, known, decision->resolution, decision->note);
  return DECISION_TAKEN;
}

static gboolean
take_table (Resolving *self, GError **error)
{
  const ReadPlan *plan = &self->reading.plan;
  const TableFormat format = { .decimal_mark = plan->format.decimal_mark,
                               .date_order = plan->format.date_order,
                               .separator = plan->separator,
                               .encoding = plan->encoding };

  self->standing = resolution_book_load (sealed_history_database (self->history), error);
  if (self->standing == NULL)
    return FALSE;
  const gboolean is_read = decision_file_read (options_get (self->options, OPTION_IMPORT), &format,
                                               take_decision, self, error);

  if (self->failure == NULL)
    return is_read;
  g_clear_error (error);
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return FALSE;
}

static gboolean
write_taken (Resolving *self, char **hash, GError **error)
{
  Database *database = sealed_history_database (self->history);

  for (guint i = 0; i < self->taken->len; i++)
    {
      g_free (*hash);
      *hash = resolution_book_add (database, g_ptr_array_index (self->taken, i), error);
      if (*hash == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_taken (const Resolving *self, const char *hash, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *by = printable_text (options_get (self->options, OPTION_BY));

  g_string_append_printf (out, "%u finding%s resolved by %s\n", self->taken->len,
                          self->taken->len == 1 ? " is" : "s are", by);
  for (guint i = 0; i < self->taken->len; i++)
    {
      const Resolution *taken = g_ptr_array_index (self->taken, i);

      g_string_append_printf (out, "  %s  %s  %s\n", taken->finding_id, taken->resolution,
                              taken->amount);
    }
  if (hash != NULL)
    g_string_append_printf (out, "\nHash, to be kept elsewhere\n  %s\n", hash);
  return print_text (out, error);
}

/* All of it in one transaction. */
static gboolean
resolve (Resolving *self, GError **error)
{
  g_autofree char *hash = NULL;
  const gboolean imports = options_has (self->options, OPTION_IMPORT);
  gboolean in_doubt;

  if (!(imports ? take_table (self, error) : take_ids (self, error)))
    return FALSE;
  if (self->taken->len == 0)
    return print_taken (self, NULL, error);
  return sealed_history_begin (self->history, error) && write_taken (self, &hash, error)
         && print_taken (self, hash, error)
         && sealed_history_commit_event (self->history, hash, "the findings may be resolved",
                                         &in_doubt, error);
}

static gboolean
begin (Resolving *self, const Options *options, GError **error)
{
  const char *report = options_get (options, OPTION_REPORT);

  self->options = options;
  self->texts = g_string_chunk_new (1024);
  self->taken = g_ptr_array_new_with_free_func (g_free);
  if (!check_options (options, error) || !read_options_init (&self->reading, options, error)
      || !history_options_init (&self->where, options, error))
    return FALSE;
  self->at = event_time_now (error);
  if (self->at == NULL)
    return FALSE;
  if (report != NULL)
    self->report = report_file_read (report, error);
  return report == NULL || self->report != NULL;
}

RunStatus
cmd_resolve (const Options *options, GError **error)
{
  g_auto (Resolving) self = { 0 };

  if (!begin (&self, options, error))
    return RUN_FAILED;
  self.history = sealed_history_open (&self.where, self.at, error);
  if (self.history == NULL || !sealed_history_lock (self.history, error))
    return RUN_FAILED;
  return resolve (&self, error) ? RUN_DONE : RUN_FAILED;
}
