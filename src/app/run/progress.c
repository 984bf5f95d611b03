/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/progress.h"

#include <unistd.h>

#include "app/run/progress-pace.h"

/* Less is read in the time it takes to see a line. */
#define SHOWN_FROM_BYTES (32 * 1024 * 1024)
#define SHOWN_FROM_TIME G_USEC_PER_SEC
#define MIB (1024 * 1024)

typedef enum
{
  PHASE_NONE,
  PHASE_READING,
  PHASE_READING_AGAIN,
  PHASE_RECKONING,
  PHASE_WRITING,
  PHASE_WRITING_SOME
} Phase;

struct Progress
{
  gboolean is_wanted;
  gboolean on_terminal;
  gint64 began;  /* the run, on a terminal */
  guint64 total; /* bytes read, the most that was told */
  Phase phase;   /* shown last, and since when */
  ProgressPace pace;
  guint percent; /* shown last */
  gboolean shown;
};

Progress *
progress_new (gboolean is_wanted)
{
  Progress *self = g_new0 (Progress, 1);

  self->on_terminal = isatty (STDERR_FILENO) != 0;
  self->is_wanted = is_wanted;
  self->began = self->on_terminal ? g_get_monotonic_time () : 0;
  self->percent = G_MAXUINT;
  return self;
}

Progress *
progress_new_silent (void)
{
  Progress *self = progress_new (FALSE);

  self->on_terminal = FALSE;
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

/* A few bytes can also take long: those of many customers. */
static gboolean
is_silent (const Progress *self)
{
  if (self->is_wanted || !self->on_terminal)
    return !self->is_wanted;
  return self->total < SHOWN_FROM_BYTES && g_get_monotonic_time () - self->began < SHOWN_FROM_TIME;
}

/* Lines differ in length: what is left of the one before goes. */
static void
print_line (Progress *self, const char *text)
{
  self->shown = TRUE;
  g_printerr ("%s%s%s", self->on_terminal ? "\r" : "", text, self->on_terminal ? "\033[K" : "\n");
}

/* Whether something is to be shown of @done; the pace is that of the phase. */
static gboolean
has_moved (Progress *self, Phase phase, guint64 done, guint64 total)
{
  const guint percent = percent_of (done, total);

  if (phase != self->phase)
    {
      self->phase = phase;
      self->percent = G_MAXUINT;
      self->pace = (ProgressPace){ .is_running = FALSE };
    }
  if (self->on_terminal)
    progress_pace_note (&self->pace, done, total, g_get_monotonic_time ());
  if (percent == self->percent && !progress_pace_is_due (&self->pace))
    return FALSE;
  self->percent = percent;
  return TRUE;
}

static void
show_bytes (Progress *self, Phase phase, guint64 done, guint64 total)
{
  self->total = MAX (self->total, total);
  if (is_silent (self) || !has_moved (self, phase, done, total))
    return;
  g_autofree char *pace = progress_pace_text (&self->pace, "MiB", MIB);
  g_autofree char *text = g_strdup_printf ("%s: %3u %% of %" G_GUINT64_FORMAT " MiB%s",
                                           phase == PHASE_READING ? "reading" : "reading again",
                                           self->percent, total / MIB, pace);
  print_line (self, text);
}

void
progress_update (guint64 done, guint64 total, gpointer data)
{
  show_bytes (data, PHASE_READING, done, total);
}

void
progress_update_again (guint64 done, guint64 total, gpointer data)
{
  show_bytes (data, PHASE_READING_AGAIN, done, total);
}

void
progress_reckon (guint64 done, guint64 total, gpointer data)
{
  Progress *self = data;

  if (is_silent (self) || !has_moved (self, PHASE_RECKONING, done, total))
    return;
  g_autofree char *pace = progress_pace_text (&self->pace, NULL, 1);
  g_autofree char *text = g_strdup_printf ("reckoning: %3u %%%s", self->percent, pace);
  print_line (self, text);
}

void
progress_write (const char *what, guint64 done, guint64 total, gpointer data)
{
  Progress *self = data;

  if (self == NULL || is_silent (self))
    return;
  (void) has_moved (self, PHASE_WRITING, done, total);
  g_autofree char *pace = progress_pace_text (&self->pace, NULL, 1);
  g_autofree char *text = g_strconcat ("writing: ", what, pace, NULL);
  print_line (self, text);
}

void
progress_write_some (Progress *self, guint done, guint total, const char *what)
{
  if (is_silent (self) || !has_moved (self, PHASE_WRITING_SOME, done, total))
    return;
  g_autofree char *pace = progress_pace_text (&self->pace, "", 1);
  g_autofree char *text = g_strdup_printf ("writing: %3u %% of %u %s%s%s", self->percent, total,
                                           what, total == 1 ? "" : "s", pace);
  print_line (self, text);
}

void
progress_end (Progress *self)
{
  if (self->shown && self->on_terminal)
    g_printerr ("\r\033[K");
  self->shown = FALSE;
  self->phase = PHASE_NONE;
  self->percent = G_MAXUINT;
}
