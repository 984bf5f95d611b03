/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/cmd-check.h"

#include "app/interruption.h"
#include "app/print.h"
#include "app/rejects-target.h"
#include "app/run.h"
#include "core/rule/rows-read-twice.h"
#include "input/input-visit.h"
#include "output/text/check-text.h"
#include "output/text/reliability-words.h"

/* What speaks against the files as a whole comes first; "" when nothing does. (transfer full) */
static char *
reliability_of (const Books *books, const Rejects *rejects)
{
  g_autoptr (GPtrArray) doubled = rows_read_twice_errors (books, NULL, NULL);

  return g_strchomp (reliability_words_of_books (books, doubled, rejects_count (rejects)));
}

static gboolean
write_all (const Plan *plan, const Books *books, const CheckFacts *facts, const Rejects *rejects,
           const char *reliability, GError **error)
{
  g_autoptr (OutputSet) output = output_set_new (NULL, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!plan_is_quiet (plan) && *reliability != '\0')
    g_string_append_printf (text, "%s\n", reliability);
  if (!plan_is_quiet (plan))
    check_text_render (books, facts, plan_reading (plan)->format.date_order, text);
  g_autoptr (Interruption) interruption = interruption_new (output);
  return run_write_rejects (plan, rejects, output, error) && output_set_prepare (output, error)
         && print_text (text, error) && interruption_commit (interruption, error);
}

RunStatus
cmd_check (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autoptr (Rejects) rejects = rejects_new ();

  if (plan == NULL)
    return RUN_FAILED;
  g_autoptr (InputSet) inputs = run_open_inputs (plan, error);
  if (inputs == NULL)
    return RUN_FAILED;
  if (!rejects_target_check (plan_rejects (plan), FALSE, inputs, error))
    return RUN_FAILED;
  g_autoptr (Books) books = run_read (plan, inputs, rejects, error);
  if (books == NULL)
    return RUN_FAILED;
  g_autoptr (CheckFacts) facts = check_facts_new ();
  g_autofree char *reliability = reliability_of (books, rejects);
  plan_set_progress (plan, NULL, NULL);
  if (!input_visit_read (inputs, plan_reading (plan), books, check_facts_visitor (), facts, error)
      || !write_all (plan, books, facts, rejects, reliability, error))
    return RUN_FAILED;
  return *reliability != '\0' ? RUN_FINDINGS : RUN_DONE;
}
