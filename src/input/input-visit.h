/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_VISIT_H
#define INPUT_INPUT_VISIT_H

#include "core/book/books.h"
#include "core/record/record-visitor.h"
#include "input/billing/read-plan.h"
#include "input/input-set.h"

/** Told after every few MiB and at the end of every file; @done of @total bytes are read. */
typedef void (*ReadProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/** Of what the files are, and who is told how far it is. All borrowed. */
typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const Books *books;        /* from input_reader_read() of the same inputs */
  ReadProgressFunc progress; /* of the files that are wanted; NULL: nobody is told */
  gpointer progress_data;
} InputVisit;

/**
 * InputVisit: files that were read into books, once more, for what needs the rows behind a figure.
 * Left out are those that are skipped or duplicates, and those that the visitor does not want. Bad
 * rows were named or set aside by the first reading and are passed over; the bytes were counted
 * then.
 *
 * FALSE with RECON_ERROR_INPUT when a file is
 * not what it was.
 */
gboolean input_visit_read (const InputVisit *self, const RecordVisitor *visitor, gpointer data,
                           GError **error);

#endif
