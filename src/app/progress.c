/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/progress.h"

#include <unistd.h>

/* Less is read in the time it takes to see a line. */
#define SHOWN_FROM_BYTES (32 * 1024 * 1024)
#define MIB (1024 * 1024)

struct Progress
{
  gboolean is_wanted;
  gboolean on_terminal;
  guint percent; /* shown last */
  gboolean shown;
};

Progress *
progress_new (gboolean is_wanted)
{
  Progress *self = g_new0 (Progress, 1);

  self->on_terminal = isatty (STDERR_FILENO) != 0;
  self->is_wanted = is_wanted;
  self->percent = G_MAXUINT;
  return self;
}

void
progress_free (Progress *self)
{
  g_free (self);
}

static guint
percent_of (guint64 done, guint64 total)
{
  if (total == 0 || done >= total)
    return 100;
  if (total > G_MAXUINT64 / 100)
    return (guint) (done / (total / 100));
  return (guint) (done * 100 / total);
}

void
progress_update (guint64 done, guint64 total, gpointer data)
{
  Progress *self = data;
  const guint percent = percent_of (done, total);

  if (!self->is_wanted && (!self->on_terminal || total < SHOWN_FROM_BYTES))
    return;
  if (percent == self->percent)
    return;
  self->percent = percent;
  self->shown = TRUE;
  g_printerr ("%sreading: %3u %% of %" G_GUINT64_FORMAT " MiB%s", self->on_terminal ? "\r" : "",
              percent, total / MIB, self->on_terminal ? "" : "\n");
}

void
progress_end (Progress *self)
{
  if (self->shown && self->on_terminal)
    g_printerr ("\r\033[K");
  self->shown = FALSE;
}
