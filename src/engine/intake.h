/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_INTAKE_H
#define ENGINE_INTAKE_H

#include "core/book/books.h"
#include "core/record/record-visitor.h"
#include "core/record/rejects.h"
#include "engine/option/plan.h"
#include "engine/run-listener.h"
#include "input/book-part.h"
#include "input/input-set.h"

/**
 * Intake: the files of a plan, read into books: opened, read, and read again. Knows no single rule
 * and no form, and prints nothing.
 */
typedef struct Intake Intake;

/** Everything is borrowed and must outlive the intake. */
typedef struct
{
  const Plan *plan;
  const char *const *names; /* how the paths of the plan are called; NULL: as they are */
  gboolean passes_packs;    /* a report pack below a folder is no reason to refuse it */
  gboolean takes_books;     /* books that acorecon fold wrote may stand among the files */
  /** Files are not read into books of the intake, but handed over one after the other (see
      InputReader); NULL: they are. */
  gboolean (*fold) (gpointer data, const InputSet *inputs, const BookPart *part, GError **error);
  gpointer fold_data;
  RunListener listener;
} IntakeOrder;

/** Looks which files there are. NULL with @error; --skip that names no file is wrong usage. */
Intake *intake_open (const IntakeOrder *order, GError **error);
void intake_free (Intake *self); /* NULL is fine */

/**
 * Reads them, once. FALSE with @error; the listener has then been told of bad rows. An option that
 * names what is not there is wrong usage.
 */
gboolean intake_read (Intake *self, GError **error);

/**
 * The rows once more, for what the books do not hold (input/input-visit). @is_told: how far it is;
 * not where rows are printed meanwhile.
 */
gboolean intake_read_again (const Intake *self, const RecordVisitor *visitor, gpointer data,
                            gboolean is_told, GError **error);

/* Everything is borrowed from the intake. */
const InputSet *intake_inputs (const Intake *self);
Books *intake_books (const Intake *self); /* NULL: nothing was read yet */
const Rejects *intake_rejects (const Intake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Intake, intake_free)

#endif
