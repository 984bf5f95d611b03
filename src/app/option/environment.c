/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/environment.h"

#include "app/option/terminal.h"
#include "engine/option/option-value.h"

static guint64
part_bytes (guint64 usual)
{
  const char *text = g_getenv ("ACORECON_PART_BYTES");
  guint64 bytes = usual;

  if (text != NULL)
    (void) option_value_number (text, 1, G_MAXUINT64, &bytes);
  return bytes;
}

static gint64
workbook_time (gint64 usual)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;

  return text != NULL && option_value_number (text, 0, G_MAXINT64, &seconds) ? (gint64) seconds
                                                                             : usual;
}

/* The first that says anything. */
static const char *
locale (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && value[0] != '\0')
        return value;
    }
  return NULL;
}

Surroundings
environment_surroundings (void)
{
  Surroundings self = surroundings_none ();

  terminal_look (&self);
  self.workbook_time = workbook_time (self.workbook_time);
  self.locale = locale ();
  self.part_bytes_min = part_bytes (self.part_bytes_min);
  return self;
}
