/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_INTERNAL_ERROR_H
#define APP_RUN_INTERNAL_ERROR_H

/**
 * How the program ends when it cannot go on: status 70 and one line on standard error that is true.
 * That is so for a failed assertion, a critical message of GLib, no memory, a broken pointer, and
 * for a library that ends the program by itself. Temporary folders are then left to the next run,
 * since nothing can be relied on any more.
 */

/** What the line says of the output. */
typedef enum
{
  OUTPUT_UNTOUCHED, /* at the start: nothing was written */
  OUTPUT_CHANGING,  /* it is being put in its place */
  OUTPUT_WRITTEN    /* that was done */
} OutputProgress;

/**
 * Once, at the start of the program. @stack, borrowed, has WORKER_FAULT_STACK_BYTES and is used
 * when the usual one of this thread has run out; other threads begin by worker_try_start().
 */
void internal_error_catch (char *stack);
void internal_error_set_progress (OutputProgress progress);

/**
 * From here on the program may only end by main() returning, after internal_error_allow_exit();
 * any other exit() is an internal error.
 */
typedef struct ExitGuard ExitGuard;
ExitGuard *internal_error_guard_exit (void); /* frees itself */
void internal_error_allow_exit (ExitGuard *guard);

#endif
