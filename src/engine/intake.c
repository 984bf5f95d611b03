/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/intake.h"

#include "base/printable.h"
#include "engine/hash-key.h"
#include "engine/unmatched.h"
#include "input/bytes/limits.h"
#include "input/input-reader.h"
#include "input/input-visit.h"
#include "input/shelf/shelf-options.h"

struct Intake
{
  IntakeOrder order;
  HashKey key;
  ReadPlan reading; /* of the plan, and what books need */
  InputSet *inputs;
  Rejects *rejects;
  Books *books;
};

/* Books that meet have one key for what stands for rows, and all that will be kept must be. */
static gboolean
take_reading (Intake *self, GError **error)
{
  const ShelfSet *shelves = input_set_shelves (self->inputs);
  const gboolean folds = self->order.fold != NULL;

  self->reading = *plan_reading (self->order.plan);
  if (folds || !shelf_set_is_empty (shelves))
    self->reading.content_key = shelf_options_key ();
  self->reading.keeps_rows = folds;
  self->reading.wants_digests = self->reading.wants_digests || folds;
  return shelf_set_check (shelves, self->order.takes_books ? &self->reading : NULL, error);
}

static gboolean
open_inputs (Intake *self, GError **error)
{
  const Plan *plan = self->order.plan;
  const Unmatched unmatched = { plan, &self->order.listener };
  const InputPaths paths = { .paths = plan_paths (plan),
                             .names = self->order.names,
                             .skips = options_list (plan_options (plan), OPTION_SKIP),
                             .passes_packs = self->order.passes_packs };

  self->inputs = input_set_new_of (&paths, plan_reading (plan)->max_input, error);
  return self->inputs != NULL && unmatched_check_skips (&unmatched, self->inputs, error)
         && take_reading (self, error);
}

Intake *
intake_open (const IntakeOrder *order, GError **error)
{
  g_autoptr (Intake) self = g_new0 (Intake, 1);

  self->order = *order;
  self->key = hash_key_draw ();
  self->rejects = rejects_new ();
  return open_inputs (self, error) ? g_steal_pointer (&self) : NULL;
}

void
intake_free (Intake *self)
{
  if (self == NULL)
    return;
  books_free (self->books);
  rejects_free (self->rejects);
  input_set_free (self->inputs);
  g_free (self);
}

static void
name_bad_rows (const Intake *self)
{
  const RunListener *listener = &self->order.listener;

  for (guint i = 0; i < MIN (rejects_count (self->rejects), BAD_ROWS_NAMED_MAX); i++)
    {
      const Reject *reject = rejects_get (self->rejects, i);
      g_autofree char *file = printable_text (reject->file);

      if (listener->bad_row != NULL)
        listener->bad_row (file, reject->line, reject->reason, listener->data);
    }
}

gboolean
intake_read (Intake *self, GError **error)
{
  const RunListener *listener = &self->order.listener;
  const ReadPlan *reading = &self->reading;
  const Unmatched unmatched = { self->order.plan, listener };
  g_autoptr (ReadMatches) matches = read_matches_new (reading->map, reading->aco_reasons);
  const InputReader reader = { .inputs = self->inputs,
                               .plan = reading,
                               .key = &self->key,
                               .progress = listener->progress,
                               .progress_again = listener->progress_again,
                               .progress_data = listener->data,
                               .take = self->order.fold,
                               .take_data = self->order.fold_data,
                               .matches = matches };

  self->books = books_new_kept (&self->key,
                                reading->content_key != NULL ? reading->content_key : &self->key);
  const gboolean is_read = input_reader_read (&reader, self->books, self->rejects, error);
  if (listener->read != NULL)
    listener->read (is_read ? self->books : NULL, listener->data);
  if (!is_read && !reading->keep_going)
    name_bad_rows (self);
  /* What stands in none of these files may stand in others whose books these will meet. */
  if (self->order.fold != NULL)
    return is_read;
  return is_read && unmatched_check (&unmatched, self->books, matches, error);
}

gboolean
intake_read_again (const Intake *self, const RecordVisitor *visitor, gpointer data,
                   gboolean is_told, GError **error)
{
  const RunListener *listener = &self->order.listener;
  const InputVisit visit = { .inputs = self->inputs,
                             .plan = &self->reading,
                             .books = self->books,
                             .progress = is_told ? listener->progress_again : NULL,
                             .progress_data = listener->data };

  return input_visit_read (&visit, visitor, data, error);
}

const InputSet *
intake_inputs (const Intake *self)
{
  return self->inputs;
}

Books *
intake_books (const Intake *self)
{
  return self->books;
}

const Rejects *
intake_rejects (const Intake *self)
{
  return self->rejects;
}
