/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_INTERRUPTION_H
#define APP_RUN_INTERRUPTION_H

#include "output/output-set.h"

/**
 * Interruption: while it lives, SIGTERM, SIGINT and SIGHUP remove the temporary files of an output
 * set and end the program by the same signal, at once, whatever it is doing. A signal that comes
 * before the commit, or the decision to commit, keeps it from happening; one that comes after it is
 * too late and forgotten, so that the exit status is true. Signals that the caller ignores or
 * blocks stay so.
 *
 * A thread of its own waits for them, so that there is neither a global variable nor a signal
 * handler. Where none can be had, a signal ends the program as if there was no Interruption, but
 * never within the commit; its temporary files are then left to the next run.
 */
typedef struct Interruption Interruption;

/** @output is borrowed and must outlive it. */
Interruption *interruption_new (OutputSet *output);
/** Discards the output set unless it was committed. NULL is fine. */
void interruption_free (Interruption *self);

/**
 * For who makes something else true before the commit, as the history: a signal has its last
 * chance, and from now on all are too late and forgotten. An internal error then says that it came
 * while the output was put in its place. @self NULL: there is no output set.
 */
void interruption_decide (Interruption *self);

/** output_set_commit(), with the text of an internal error kept true (app/run/internal-error). */
gboolean interruption_commit (Interruption *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Interruption, interruption_free)

#endif
