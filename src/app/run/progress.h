/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_PROGRESS_H
#define APP_RUN_PROGRESS_H

#include <glib.h>

/**
 * Progress: how far the reading is, and what is being written, on standard error. Shown on a
 * terminal, or when it was asked for; nothing is shown for short input.
 */
typedef struct Progress Progress;

Progress *progress_new (gboolean is_wanted);
void progress_free (Progress *self); /* NULL is fine */

/** A ReadProgressFunc; @progress is a Progress. */
void progress_update (guint64 done, guint64 total, gpointer progress);
/** What is written now: "report.json". */
void progress_write (Progress *self, const char *what);
/** The same for things of a kind ("statement"), of which @done are written. */
void progress_write_some (Progress *self, guint done, guint total, const char *what);
/** Takes the line back (on a terminal) or ends it. */
void progress_end (Progress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

#endif
