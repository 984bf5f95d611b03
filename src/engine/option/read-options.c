/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/read-options.h"

#include "base/slice.h"
#include "engine/option/option-value.h"
#include "input/bytes/limits.h"
#include "input/bytes/text-decoder.h"

static gboolean
take_aco_reasons (ReadOptions *self, const Options *options, GError **error)
{
  for (const char *const *text = options_list (options, OPTION_ACO_REASON); *text != NULL; text++)
    {
      const Slice reason = slice_trim (slice_of (*text));
      if (slice_is_empty (reason))
        return option_value_refuse (OPTION_ACO_REASON, *text, "a text", error);
      g_ptr_array_add (self->aco_reasons, slice_dup_lower (reason));
    }
  g_ptr_array_add (self->aco_reasons, NULL);
  self->plan.aco_reasons = (const char *const *) self->aco_reasons->pdata;
  return TRUE;
}

static gboolean
take_limits (ReadOptions *self, const Options *options, GError **error)
{
  const char *rejects = options_get (options, OPTION_MAX_REJECTS);
  const char *input = options_get (options, OPTION_MAX_INPUT);
  guint64 number = READ_BUDGET_DEFAULT;

  if (input != NULL && !option_value_size (input, &number))
    return option_value_refuse (OPTION_MAX_INPUT, input, "a size like 64G", error);
  self->plan.max_input = number;
  number = MAX_REJECTS_DEFAULT;
  if (rejects != NULL && !option_value_number (rejects, 0, G_MAXUINT32, &number))
    return option_value_refuse (OPTION_MAX_REJECTS, rejects, "a number of rows like 100", error);
  self->plan.max_rejects = (guint) number;
  return TRUE;
}

static gboolean
take_jobs (ReadOptions *self, const Options *options, GError **error)
{
  const char *jobs = options_get (options, OPTION_JOBS);

  if (!option_value_jobs (jobs, &self->plan.jobs))
    return option_value_refuse (OPTION_JOBS, jobs, "a number of threads from 1 to 256", error);
  self->plan.part_bytes_min = options_surroundings (options)->part_bytes_min;
  return TRUE;
}

static gboolean
take_reading (ReadOptions *self, const Options *options, GError **error)
{
  const gboolean comma = options_has (options, OPTION_DECIMAL_COMMA);
  const char *encoding = options_get (options, OPTION_ENCODING);

  self->plan.format.decimal_mark = comma ? DECIMAL_COMMA : DECIMAL_POINT;
  self->plan.separator = comma ? ';' : ',';
  self->plan.format.date_order
      = options_has (options, OPTION_DAY_FIRST) ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
  if (encoding != NULL && !text_decoder_knows (encoding))
    return option_value_refuse (OPTION_ENCODING, encoding, "an encoding like windows-1252", error);
  self->plan.encoding = encoding;
  self->plan.keep_going = options_has (options, OPTION_KEEP_GOING);
  self->plan.map = self->map;
  /* Tables of charges have roles of their own, which their command reads. */
  const gboolean is_mapped = !options_has (options, OPTION_CHARGES);
  for (const char *const *text = options_list (options, OPTION_MAP); is_mapped && *text != NULL;
       text++)
    if (!column_map_add (self->map, *text, error))
      return FALSE;
  return take_aco_reasons (self, options, error) && take_limits (self, options, error)
         && take_jobs (self, options, error);
}

gboolean
read_options_init (ReadOptions *self, const Options *options, GError **error)
{
  *self = (ReadOptions){ .map = column_map_new (),
                         .aco_reasons = g_ptr_array_new_with_free_func (g_free) };
  return take_reading (self, options, error);
}

void
read_options_clear (ReadOptions *self)
{
  g_clear_pointer (&self->map, column_map_free);
  g_clear_pointer (&self->aco_reasons, g_ptr_array_unref);
}
