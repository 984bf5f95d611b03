/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_RUN_LISTENER_H
#define ENGINE_RUN_LISTENER_H

#include "core/book/books.h"
#include "input/input-visit.h"

/**
 * RunListener: who is told what a run comes to while it goes on. Each member may be NULL: that is
 * then told nobody. Nothing that is told changes what comes out.
 */
typedef struct
{
  ReadProgressFunc progress;
  ReadProgressFunc progress_again; /* of files that are read a second time */
  /** The first reading is over; @books is NULL where it has failed. */
  void (*read) (const Books *books, gpointer data);
  /** A row for which the run is refused; @file is printable. */
  void (*bad_row) (const char *file, guint64 line, const char *reason, gpointer data);
  /** Of a configuration file, which serves many runs: something in it is of no use to this one. */
  void (*notice) (const char *text, gpointer data);
  gpointer data;
} RunListener;

#endif
