/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/progress-pace.h"

#define SECOND G_USEC_PER_SEC
#define FAST 10 /* units in a second: tenths say nothing any more */
#define LEFT_MAX (G_GUINT64_CONSTANT (100) * 60 * 60) /* nobody believes more */

typedef unsigned __int128 Wide;

void
progress_pace_note (ProgressPace *self, guint64 done, guint64 total, gint64 now)
{
  if (!self->is_running)
    *self = (ProgressPace){ .is_running = TRUE, .began = now, .shown = now, .first = done };
  self->now = now;
  self->done = done;
  self->total = total;
}

gboolean
progress_pace_is_due (const ProgressPace *self)
{
  return self->is_running && self->now - self->shown >= SECOND;
}

static void
append_speed (const ProgressPace *self, const char *unit, guint64 size, GString *out)
{
  const Wide tenths
      = (Wide) (self->done - self->first) * SECOND * 10 / ((Wide) (self->now - self->began) * size);
  const guint64 whole = (guint64) (tenths / 10);

  g_string_append_printf (out, ", %" G_GUINT64_FORMAT, whole);
  if (whole < FAST)
    g_string_append_printf (out, ".%u", (guint) (tenths % 10));
  g_string_append_printf (out, "%s%s/s", unit[0] != '\0' ? " " : "", unit);
}

/* Rounded up, so that it is never nothing. */
static void
append_left (const ProgressPace *self, GString *out)
{
  const Wide each = self->done - self->first;
  const Wide left = ((Wide) (self->total - self->done) * (guint64) (self->now - self->began)
                     + each * SECOND - 1)
                    / (each * SECOND);
  const guint64 seconds = (guint64) left;

  if (left > LEFT_MAX)
    return;
  if (seconds >= 60 * 60)
    g_string_append_printf (out, ", %u:%02u:%02u left", (guint) (seconds / 3600),
                            (guint) (seconds / 60 % 60), (guint) (seconds % 60));
  else
    g_string_append_printf (out, ", %u:%02u left", (guint) (seconds / 60), (guint) (seconds % 60));
}

char *
progress_pace_text (ProgressPace *self, const char *unit, guint64 size)
{
  GString *out = g_string_new (NULL);

  self->shown = self->now;
  if (self->now - self->began >= SECOND && self->done > self->first)
    {
      if (unit != NULL)
        append_speed (self, unit, size, out);
      if (self->done < self->total)
        append_left (self, out);
    }
  return g_string_free (out, FALSE);
}
