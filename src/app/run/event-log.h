/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_EVENT_LOG_H
#define APP_RUN_EVENT_LOG_H

#include <glib.h>

#include "core/book/input-book.h"

/**
 * EventLog: with --log json every line on standard error is a JSON object, an event of the run
 * (docs/spec.md, "Events of a run"): for who starts it from a program. Without a clock, and without
 * customers. Begun once, for the process: from there on what g_printerr() is given becomes events,
 * too, and that handler is all that is known of it. Before, nothing below says anything. Only for
 * the main thread.
 */

/** Whether --log json stands among @arguments, NULL-terminated, so that what is wrong with them is
    told as an event. */
gboolean event_log_is_asked (const char *const *arguments);

/** @command: its name; NULL: there is none. Signals that end the run will be told, too. */
void event_log_begin (const char *command);
gboolean event_log_is_on (void);

/** What the kernel keeps the run to: @files that it named, @calls that it needs. */
void event_log_sandbox (gboolean files, gboolean calls);
/** A file that was read or passed over. */
void event_log_file (const InputTally *input);
/** What is done now: "reading", "reading-again", "reckoning", "writing". */
void event_log_phase (const char *phase);
/** A row that was refused. */
void event_log_bad_row (const char *file, guint64 line, const char *reason);
/** Why the run ends with @status. */
void event_log_refusal (int status, const char *message);
void event_log_end (int status);

#endif
