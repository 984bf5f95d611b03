/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_PROGRESS_PACE_H
#define APP_RUN_PROGRESS_PACE_H

#include <glib.h>

/**
 * ProgressPace: how fast something goes, and how long it will take if it goes on so. Knows no
 * clock: it is told the time. All zeros at first.
 */
typedef struct
{
  gboolean is_running;      /* it was told once */
  gint64 began, now, shown; /* microseconds: told first, last, and when a text was made */
  guint64 first, done, total;
} ProgressPace;

/** @done of @total is done at the time @now. */
void progress_pace_note (ProgressPace *self, guint64 done, guint64 total, gint64 now);

/** A second has gone by since the last text. */
gboolean progress_pace_is_due (const ProgressPace *self);

/**
 * ", 812 MiB/s, 0:05 left", each as far as it can be told, which is never in the first second.
 * @unit: "" has no name; NULL: the speed says nothing. @size: of one unit. (transfer full)
 */
char *progress_pace_text (ProgressPace *self, const char *unit, guint64 size);

#endif
