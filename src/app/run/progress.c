/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/progress.h"

#include <unistd.h>

/* Less is read in the time it takes to see a line. */
#define SHOWN_FROM_BYTES (32 * 1024 * 1024)
#define MIB (1024 * 1024)

struct Progress
{
  gboolean is_wanted;
  gboolean on_terminal;
  guint64 total; /* bytes read, the most that was told */
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

static gboolean
is_silent (const Progress *self)
{
  return !self->is_wanted && (!self->on_terminal || self->total < SHOWN_FROM_BYTES);
}

void
progress_update (guint64 done, guint64 total, gpointer data)
{
  Progress *self = data;
  const guint percent = percent_of (done, total);

  self->total = MAX (self->total, total);
  if (is_silent (self) || percent == self->percent)
    return;
  self->percent = percent;
  self->shown = TRUE;
  g_printerr ("%sreading: %3u %% of %" G_GUINT64_FORMAT " MiB%s", self->on_terminal ? "\r" : "",
              percent, total / MIB, self->on_terminal ? "" : "\n");
}

/* Lines of writing differ in length: what is left of the one before goes. */
static void
print_writing (Progress *self, const char *text)
{
  self->shown = TRUE;
  g_printerr ("%swriting: %s%s", self->on_terminal ? "\r" : "", text,
              self->on_terminal ? "\033[K" : "\n");
}

void
progress_write (Progress *self, const char *what)
{
  if (!is_silent (self))
    print_writing (self, what);
}

void
progress_write_some (Progress *self, guint done, guint total, const char *what)
{
  const guint percent = percent_of (done, total);

  if (is_silent (self) || percent == self->percent)
    return;
  self->percent = percent;
  g_autofree char *text
      = g_strdup_printf ("%3u %% of %u %s%s", percent, total, what, total == 1 ? "" : "s");
  print_writing (self, text);
}

void
progress_end (Progress *self)
{
  if (self->shown && self->on_terminal)
    g_printerr ("\r\033[K");
  self->shown = FALSE;
  self->percent = G_MAXUINT;
}
