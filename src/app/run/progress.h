/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_PROGRESS_H
#define APP_RUN_PROGRESS_H

#include <glib.h>

/**
 * Progress: how far reading, reckoning and writing are, on standard error. Shown on a terminal, or
 * when it was asked for; nothing of short input that is soon done. On a terminal also how fast it
 * goes and how long it will take, once that can be told: the only use of a clock here, and nothing
 * that is reported knows of it.
 */
typedef struct Progress Progress;

Progress *progress_new (gboolean is_wanted);
/** One that says nothing, not on a terminal either. */
Progress *progress_new_silent (void);
void progress_free (Progress *self); /* NULL is fine */

/** A ReadProgressFunc; @progress is a Progress. */
void progress_update (guint64 done, guint64 total, gpointer progress);
/** The same for files that are read a second time. */
void progress_update_again (guint64 done, guint64 total, gpointer progress);
/** A ReckonProgressFunc. */
void progress_reckon (guint64 done, guint64 total, gpointer progress);
/** A PackProgressFunc: what is written now; @progress of NULL is told nothing. */
void progress_write (const char *what, guint64 done, guint64 total, gpointer progress);
/** The same for things of a kind ("statement"), of which @done are written. */
void progress_write_some (Progress *self, guint done, guint total, const char *what);
/** Takes the line back (on a terminal) or ends it. */
void progress_end (Progress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

#endif
