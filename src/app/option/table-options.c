/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/table-options.h"

#include "engine/option/option-value.h"
#include "input/bytes/limits.h"
#include "input/bytes/text-decoder.h"

gboolean
table_options_init (TableOptions *self, const Options *options, const TableForm *const *forms,
                    GError **error)
{
  const gboolean comma = options_has (options, OPTION_DECIMAL_COMMA);
  const char *encoding = options_get (options, OPTION_ENCODING);
  const char *size = options_get (options, OPTION_MAX_INPUT);

  *self = (TableOptions){ .max_input = READ_BUDGET_DEFAULT };
  self->format
      = (TableFormat){ .decimal_mark = comma ? DECIMAL_COMMA : DECIMAL_POINT,
                       .separator = comma ? ';' : ',',
                       .date_order = options_has (options, OPTION_DAY_FIRST) ? DATE_DAY_FIRST
                                                                             : DATE_MONTH_FIRST,
                       .encoding = encoding,
                       .map = table_form_map_new () };
  if (encoding != NULL && !text_decoder_knows (encoding))
    return option_value_refuse (OPTION_ENCODING, encoding, "an encoding like windows-1252", error);
  if (size != NULL && !option_value_size (size, &self->max_input))
    return option_value_refuse (OPTION_MAX_INPUT, size, "a size like 64G", error);
  for (const char *const *text = options_list (options, OPTION_MAP); *text != NULL; text++)
    if (!table_form_map_add (self->format.map, *text, forms, error))
      return FALSE;
  return TRUE;
}

gboolean
table_options_check (const TableOptions *self, GError **error)
{
  const char *header = table_form_map_unmatched (self->format.map);

  return header == NULL
         || option_value_refuse (OPTION_MAP, header, "a header name that stands in a file", error);
}

void
table_options_clear (TableOptions *self)
{
  g_clear_pointer (&self->format.map, table_form_map_free);
}
