/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/stated-options.h"

#include <string.h>

#include "base/decimal.h"

static const OptionId stated[] = { OPTION_MONTH,     OPTION_AS_OF,      OPTION_EXPIRING_DAYS,
                                   OPTION_TOLERANCE, OPTION_ACO_REASON, OPTION_INVOICE_MONTH,
                                   OPTION_MAP,       OPTION_DAY_FIRST,  OPTION_DECIMAL_COMMA,
                                   OPTION_ENCODING,  OPTION_KEEP_GOING, OPTION_SKIP,
                                   OPTION_CUSTOMER,  OPTION_CODE,       OPTION_MIN };

/* 0.010 is the default of --tolerance, too. */
static gboolean
is_default (const OptionInfo *info, const char *value)
{
  Decimal given, usual;

  if (info->fallback == NULL || info->argument == NULL)
    return FALSE;
  return strcmp (value, info->fallback) == 0
         || (decimal_parse (value, strlen (value), DECIMAL_POINT, &given)
             && decimal_parse (info->fallback, strlen (info->fallback), DECIMAL_POINT, &usual)
             && decimal_equal (given, usual));
}

static void
add_option (StatedOptions *self, const Options *options, OptionId id)
{
  const OptionInfo *info = options_info (id);
  const char *origin = options_origin (options, id);
  gboolean any = FALSE;

  if (!options_has (options, id))
    return;
  if (info->argument == NULL)
    {
      g_ptr_array_add (self->texts, g_strconcat ("--", info->name, NULL));
      any = TRUE;
    }
  else
    for (const char *const *value = options_list (options, id); *value != NULL; value++)
      if (!is_default (info, *value))
        {
          g_ptr_array_add (self->texts, g_strconcat ("--", info->name, "=", *value, NULL));
          any = TRUE;
        }
  if (any && self->config_file == NULL && !options_is_from_command_line (options, id))
    self->config_file = g_path_get_basename (origin);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

StatedOptions *
stated_options_new (const Options *options)
{
  StatedOptions *self = g_new0 (StatedOptions, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    add_option (self, options, stated[i]);
  g_ptr_array_sort (self->texts, compare_texts);
  g_ptr_array_add (self->texts, NULL);
  return self;
}

void
stated_options_free (StatedOptions *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self->config_file);
  g_free (self);
}
