/* SPDX-License-Identifier: MIT */
#ifndef APP_INTERRUPTION_H
#define APP_INTERRUPTION_H

#include "io/output-set.h"

/**
 * Interruption: while it lives, SIGTERM, SIGINT and SIGHUP first remove the temporary files of an
 * output set and only then end the program, by the same signal. A thread of its own waits for
 * them, so that there is neither a global variable nor a signal handler.
 */
typedef struct Interruption Interruption;

/** @output is borrowed and must outlive it. */
Interruption *interruption_new (OutputSet *output);
void interruption_free (Interruption *self); /* NULL is fine */

/** Between the two a signal waits: the output set is being changed. */
void interruption_hold (Interruption *self);
void interruption_let (Interruption *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Interruption, interruption_free)

#endif
