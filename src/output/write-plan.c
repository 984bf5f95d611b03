/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/write-plan.h"

gboolean
write_plan_fails_on (const WritePlan *self, Severity severity)
{
  return !self->never_fails && severity >= self->fail_on;
}

gboolean
write_plan_shows_digests (const WritePlan *self)
{
  return self->format == FORMAT_JSON || self->output != NULL;
}

gboolean
write_plan_shows_ids (const WritePlan *self)
{
  return self->format == FORMAT_JSON || self->output != NULL;
}

gboolean
write_plan_shows_cases (const WritePlan *self)
{
  return write_plan_shows_ids (self)
         || (self->format == FORMAT_TEXT && !self->is_quiet && !self->wants_journal);
}

gboolean
write_plan_shows_all_cases (const WritePlan *self)
{
  return write_plan_shows_ids (self) || self->style.all;
}

gboolean
write_plan_prints_journal (const WritePlan *self)
{
  return self->wants_journal && self->output == NULL;
}
