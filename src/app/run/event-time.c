/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/event-time.h"

#include "base/printable.h"
#include "base/recon-error.h"

/* 9999-12-31T23:59:59Z */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

char *
event_time_now (GError **error)
{
  const char *given = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC;

  if (given != NULL && *given != '\0'
      && !g_ascii_string_to_signed (given, 10, 0, LAST_SECOND, &seconds, NULL))
    {
      g_autofree char *found = printable_text (given);

      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "SOURCE_DATE_EPOCH: found \"%s\", expected whole seconds since 1970", found);
      return NULL;
    }
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}
