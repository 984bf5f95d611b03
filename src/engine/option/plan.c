/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/plan.h"

#include "base/recon-error.h"
#include "engine/option/read-options.h"
#include "engine/option/reckon-options.h"
#include "engine/option/write-options.h"

struct Plan
{
  const Options *options;
  const char *const *paths;
  ReckonOptions reckoning;
  ReadOptions reading;
  WriteOptions writing;
};

Plan *
plan_new (const Options *options, GError **error)
{
  return plan_new_with_paths (options, options_arguments (options), error);
}

/* In this order is told what is wrong. */
static gboolean
take_options (Plan *self, GError **error)
{
  if (!reckon_options_init (&self->reckoning, self->options, error)
      || !read_options_init (&self->reading, self->options, error)
      || !write_options_init (&self->writing, self->options, error))
    return FALSE;
  self->reading.plan.wants_digests = write_plan_shows_digests (&self->writing.plan);
  if (self->paths[0] != NULL)
    return TRUE;
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                       "a PATH is missing: name the files or the folder to read");
  return FALSE;
}

Plan *
plan_new_with_paths (const Options *options, const char *const *paths, GError **error)
{
  g_autoptr (Plan) self = g_new0 (Plan, 1);

  self->options = options;
  self->paths = paths;
  return take_options (self, error) ? g_steal_pointer (&self) : NULL;
}

Plan *
plan_new_for_month (const Options *options, Month month, const char *const *paths, GError **error)
{
  Plan *self = plan_new_with_paths (options, paths, error);

  if (self == NULL)
    return NULL;
  self->reckoning.plan.month = month;
  self->reading.plan.wants_digests = TRUE;
  return self;
}

void
plan_free (Plan *self)
{
  if (self == NULL)
    return;
  reckon_options_clear (&self->reckoning);
  read_options_clear (&self->reading);
  write_options_clear (&self->writing);
  g_free (self);
}

const ReckonPlan *
plan_reckoning (const Plan *self)
{
  return &self->reckoning.plan;
}

const ReadPlan *
plan_reading (const Plan *self)
{
  return &self->reading.plan;
}

const WritePlan *
plan_writing (const Plan *self)
{
  return &self->writing.plan;
}

const char *const *
plan_paths (const Plan *self)
{
  return self->paths;
}

const Options *
plan_options (const Plan *self)
{
  return self->options;
}
