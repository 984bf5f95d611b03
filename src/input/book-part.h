/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BOOK_PART_H
#define INPUT_BOOK_PART_H

#include "core/book/books.h"
#include "core/book/shelf/row-trail.h"
#include "core/record/rejects.h"
#include "input/billing/file-reader.h"
#include "input/billing/read-matches.h"

/**
 * BookPart: what was read of one file, or of a part of one, in books of its own: until the file is
 * known to be no duplicate, and so that parts can be read at the same time. Parts merge.
 */
typedef struct
{
  const ReadPlan *plan; /* borrowed */
  const char *name;     /* of the file; borrowed */
  guint32 index;        /* its place in the order of reading */
  Books *books;
  InputTally *input; /* of @books; NULL: no header was read */
  Rejects *rejects;
  guint short_rows;     /* of the rejects: those that lack cells */
  ReadMatches *matches; /* of the names and reasons of the plan */
  SpreadsheetSigns signs;
  gboolean is_json;
  RowTrail *trail; /* NULL: the plan keeps no rows */
} BookPart;

void book_part_init (BookPart *self, const ReadPlan *plan, const HashKey *key, const char *name,
                     guint32 index);
void book_part_clear (BookPart *self); /* all zero is fine */

/** A visitor whose data is a BookPart with that plan; stops when there are too many bad rows. */
const FileVisitor *book_part_visitor (const ReadPlan *plan);

/** Without --keep-going the first few bad rows are named, and no more are looked for. */
gboolean book_part_has_enough_bad_rows (const ReadPlan *plan, const Rejects *rejects);
/** So many bad rows are no slip: the file is not what it should be. */
gboolean book_part_is_hopeless (const BookPart *self);

/** @later follows @self in the same file; it is left empty. */
void book_part_merge (BookPart *self, BookPart *later);

#endif
