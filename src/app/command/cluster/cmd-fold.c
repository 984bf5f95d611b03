/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cluster/cmd-fold.h"

#include "app/option/split-options.h"
#include "app/run/interruption.h"
#include "app/run/job.h"
#include "base/recon-error.h"
#include "engine/option/option-value.h"
#include "input/shelf-volume.h"
#include "input/shelf/shelf-options.h"

/* Books on their way into a file. */
typedef struct
{
  const ReadPlan *reading;
  const SplitOptions *split;
  SplitKept kept; /* of the split, if there is one */
  Sink *sink;
  ShelfChecksum all;
  GByteArray *bytes; /* used up and used again */
} Folding;

static void
flush_bytes (Folding *self)
{
  sink_append_bytes (self->sink, (const char *) self->bytes->data, self->bytes->len);
  g_byte_array_set_size (self->bytes, 0);
}

static void
put_section (Folding *self, ShelfSectionKind kind, const GByteArray *content)
{
  shelf_file_put (kind, content, self->bytes, &self->all);
  flush_bytes (self);
}

static void
begin (Folding *self, const InputSet *inputs)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  ShelfWriter writer = { .bytes = content };
  const GPtrArray *left = input_set_ignored (inputs);

  shelf_file_begin (self->bytes, &self->all);
  shelf_options_put (&writer, self->reading);
  put_section (self, SHELF_OPTIONS, content);
  g_byte_array_set_size (content, 0);
  shelf_bytes_put_number (&writer, left->len);
  for (guint i = 0; i < left->len; i++)
    shelf_bytes_put_text (&writer, g_ptr_array_index (left, i));
  put_section (self, SHELF_LEFT, content);
}

static ShelfHead
head_of (const Folding *self, const InputFile *file)
{
  const SplitInput *split = &self->split->input;

  if (!self->split->is_split)
    return (ShelfHead){ .size = file->size, .is_packed = file->is_packed };
  return (ShelfHead){ .size = split->size,
                      .is_part = TRUE,
                      .is_last = split_input_is_last (split),
                      .offset = split->start,
                      .end = split->start + split->length,
                      .lines = self->kept.lines,
                      .sha256 = g_strdup (self->split->digest) };
}

static gboolean
take_part (gpointer data, const InputSet *inputs, const BookPart *part, GError **error)
{
  Folding *self = data;
  const InputFile *file = input_set_file (inputs, part->index);
  ShelfHead head = head_of (self, file);

  if (self->bytes->len == 0 && self->all.length == 0)
    begin (self, inputs);
  if (part->input != NULL)
    part->input->byte_count -= self->kept.header_bytes;
  const gboolean good = shelf_volume_put (part, &head, self->bytes, &self->all, error);
  shelf_head_clear (&head);
  flush_bytes (self);
  return good;
}

static gboolean
fold (Folding *self, const Plan *plan, OutputSet *output, GError **error)
{
  const char *const names[] = { self->split->name, NULL };
  const JobKind kind
      = { .names = self->split->is_split ? names : NULL, .fold = take_part, .data = self };
  g_autoptr (Interruption) interruption = interruption_new (output);
  const gboolean is_there
      = !self->split->is_split
        || split_input_keep (&self->split->input, self->reading->max_input, &self->kept, error);
  g_autoptr (Job) job = is_there ? job_new_of (plan, &kind, error) : NULL;

  if (job == NULL)
    return FALSE;
  shelf_file_end (self->bytes, &self->all);
  flush_bytes (self);
  return output_set_prepare (output, error) && interruption_commit (interruption, error);
}

RunStatus
cmd_fold (const Options *options, GError **error)
{
  const char *path = options_get (options, OPTION_OUTPUT);
  g_autoptr (Plan) plan = plan_new (options, error);
  SplitOptions split;

  if (plan == NULL || !split_options_take (&split, options, error))
    return RUN_FAILED;
  if (path == NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "--output is missing: name the file that the books go to");
      return RUN_FAILED;
    }
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Folding folding = { .reading = plan_reading (plan), .split = &split, .bytes = bytes };

  output_set_set_shared (output, plan_writing (plan)->is_shared);
  if (!output_set_check_file (output, path, error))
    return RUN_FAILED;
  folding.sink = output_set_add_file (output, path, error);
  return folding.sink != NULL && fold (&folding, plan, output, error) ? RUN_DONE : RUN_FAILED;
}
