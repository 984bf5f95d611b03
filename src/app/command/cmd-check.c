/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-check.h"

#include "app/run/job.h"
#include "app/run/print.h"
#include "core/rule/rows-read-twice.h"
#include "output/text/check-text.h"
#include "output/text/reliability-words.h"

typedef struct
{
  const Job *job;
  GString *text;
} Checked;

/* What speaks against the files as a whole comes first; "" when nothing does. (transfer full) */
static char *
reliability_of (const Job *job)
{
  const Books *books = job_books (job);
  g_autoptr (GPtrArray) doubled = rows_read_twice_errors (books, NULL, NULL);

  return g_strchomp (
      reliability_words_of_books (books, doubled, rejects_count (job_rejects (job))));
}

static gboolean
write_rejects (gpointer data, OutputSet *output, GError **error)
{
  const Checked *self = data;
  return job_write_rejects (self->job, output, error);
}

static gboolean
print_checked (gpointer data, GError **error)
{
  const Checked *self = data;
  return print_text (self->text, error);
}

static gboolean
publish (const Plan *plan, const Job *job, const CheckFacts *facts, const char *reliability,
         GError **error)
{
  static const Publication publication = { write_rejects, print_checked };
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  Checked checked = { job, text };

  if (!plan_writing (plan)->is_quiet)
    {
      if (*reliability != '\0')
        g_string_append_printf (text, "%s\n", reliability);
      check_text_render (job_books (job), facts, plan_reading (plan)->format.date_order, text);
    }
  return job_publish (&publication, &checked, output, error);
}

RunStatus
cmd_check (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autoptr (Job) job = plan != NULL ? job_new (plan, error) : NULL;

  if (job == NULL)
    return RUN_FAILED;
  g_autoptr (CheckFacts) facts = check_facts_new ();
  g_autofree char *reliability = reliability_of (job);
  if (!job_read_again (job, check_facts_visitor (), facts, TRUE, error)
      || !publish (plan, job, facts, reliability, error))
    return RUN_FAILED;
  return *reliability != '\0' ? RUN_FINDINGS : RUN_DONE;
}
