/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-verify.h"

#include <string.h>

#include "app/option/history-options.h"
#include "app/run/pack-sheets.h"
#include "base/recon-error.h"
#include "engine/option/option-value.h"
#include "engine/option/write-options.h"
#include "input/input-digests.h"
#include "output/sink.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "output/text/verify-text.h"
#include "store/history-breaches.h"
#include "store/history.h"

#define HASH_LENGTH 64
#define MAX_INPUT_DEFAULT "64G"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WriteOptions, write_options_clear)

/* What is asked of the history. */
typedef struct
{
  char *head;       /* in lower case; NULL: not asked */
  GPtrArray *paths; /* of const char *, NULL-terminated; with none it is not asked */
  guint64 max_input;
} Question;

static void
question_clear (Question *self)
{
  g_free (self->head);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

/* "--against a b c" as a shell writes it: the first is the option's, the others are arguments. */
static gboolean
take_paths (Question *self, const Options *options, GError **error)
{
  const char *const *lists[]
      = { options_list (options, OPTION_AGAINST), options_arguments (options) };

  self->paths = g_ptr_array_new ();
  if (lists[0][0] == NULL && lists[1][0] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "found a PATH, expected --against before it");
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *path = lists[i]; *path != NULL; path++)
      g_ptr_array_add (self->paths, (gpointer) (guintptr) *path);
  if (self->paths->len > 0)
    g_ptr_array_add (self->paths, NULL);
  return TRUE;
}

static gboolean
take_question (Question *self, const Options *options, GError **error)
{
  const char *head = options_get (options, OPTION_HEAD);
  const char *size = options_get (options, OPTION_MAX_INPUT);

  if (head != NULL
      && (strlen (head) != HASH_LENGTH || strspn (head, "0123456789abcdefABCDEF") != HASH_LENGTH))
    return option_value_refuse (OPTION_HEAD, head, "the 64 hex digits that close printed", error);
  self->head = head != NULL ? g_ascii_strdown (head, -1) : NULL;
  if (!option_value_size (size != NULL ? size : MAX_INPUT_DEFAULT, &self->max_input))
    return option_value_refuse (OPTION_MAX_INPUT, size, "a size like 500M or 64G", error);
  return take_paths (self, options, error);
}

static GHashTable *
read_digests (const Question *self, GError **error)
{
  g_autoptr (InputSet) inputs
      = input_set_new ((const char *const *) self->paths->pdata, self->max_input, error);

  return inputs != NULL ? input_digests_read (inputs, self->max_input, error) : NULL;
}

/* Who damaged the file so that it cannot be read at all is not asked further. */
static gboolean
find_breaches (const Question *self, Database *database, Report *report, GError **error)
{
  if (!database_check (database, "quick_check", error)
      || !history_breaches_find (database, report, error)
      || !pack_sheets_find_breaches (database, report, error)
      || (self->head != NULL && !history_breaches_find_head (database, self->head, report, error)))
    return FALSE;
  if (self->paths->len == 0)
    return TRUE;
  g_autoptr (GHashTable) digests = read_digests (self, error);
  return digests != NULL && history_breaches_find_inputs (database, digests, report, error);
}

static RunStatus
status_of (const Report *report)
{
  return report_row_count (report, 0) == 0 ? RUN_DONE : RUN_FINDINGS;
}

static gboolean
print_breaches (const Report *report, const WritePlan *writing, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (writing->format == FORMAT_JSON)
    report_json_write (report, status_of (report), sink);
  else if (writing->format == FORMAT_CSV)
    report_csv_write (report, 0, sink);
  else if (!writing->is_quiet)
    {
      verify_text_render (report, writing->style.language, text);
      sink_append_bytes (sink, text->str, text->len);
    }
  return sink_flush (sink, error);
}

static gboolean
take_format (WriteOptions *writing, const Options *options, GError **error)
{
  return write_options_init (writing, options, error)
         && (writing->plan.format != FORMAT_FOCUS
             || option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error));
}

RunStatus
cmd_verify (const Options *options, GError **error)
{
  g_auto (WriteOptions) writing = { 0 };
  g_auto (HistoryOptions) where = { 0 };
  g_auto (Question) question = { 0 };

  if (!take_question (&question, options, error) || !take_format (&writing, options, error)
      || !history_options_init (&where, options, error))
    return RUN_FAILED;
  g_autoptr (History) history = history_open (where.path, HISTORY_READS, where.timeout, error);
  g_autoptr (Report) report = verification_new ();
  if (history == NULL || !find_breaches (&question, history_database (history), report, error))
    return RUN_FAILED;
  verification_end (report);
  if (!print_breaches (report, &writing.plan, error))
    return RUN_FAILED;
  return status_of (report);
}
