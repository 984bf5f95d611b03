/* SPDX-License-Identifier: MIT */
#ifndef BASE_WORKER_H
#define BASE_WORKER_H

#include <glib.h>

/**
 * A thread of this program. It has a second stack for the handlers of signals, so that a thread
 * that has used up its own, as GLib's reporting of a want of memory may do by calling itself, still
 * ends the program in the way that app/run/internal-error says.
 */
typedef struct Worker Worker;

/**
 * Calls @work with @data, borrowed, in a thread of its own, which takes over the signal mask of
 * this one, and its locale. @name is short and for debuggers. NULL: there is no thread to be had;
 * the caller then does the work itself. Ends with worker_finish().
 */
Worker *worker_try_start (const char *name, GThreadFunc work, gpointer data);

/** Waits until the work has been done, frees @self and gives what @work returned. */
gpointer worker_finish (Worker *self);

typedef void (*WorkerShareFunc) (gpointer data, guint index);

/**
 * Calls @work with each index from 0 up to @count, once each, on @jobs threads of that name at
 * most, of which this is one; who is free takes the next. Returns when all has been done. Where
 * there are fewer threads to be had, they do it all.
 */
void worker_share (const char *name, guint jobs, guint count, WorkerShareFunc work, gpointer data);

#define WORKER_FAULT_STACK_BYTES (64 * 1024)

/**
 * Handlers of this thread use @stack, borrowed, of WORKER_FAULT_STACK_BYTES; it may lie in the
 * frame of the thread's first function. For the thread of main(); a Worker has done it. Under a
 * sanitizer, which has stacks of its own, nothing is done.
 */
void worker_use_fault_stack (char *stack);
gboolean worker_has_fault_stack (void);

#endif
