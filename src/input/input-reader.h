/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_READER_H
#define INPUT_INPUT_READER_H

#include "core/book/books.h"
#include "core/record/rejects.h"
#include "input/billing/read-matches.h"
#include "input/billing/read-plan.h"
#include "input/book-part.h"
#include "input/input-set.h"
#include "input/input-visit.h"

/**
 * InputReader: the files of an input set, read into books in their order. One pass, one row
 * at a time; memory follows what the books keep. Knows how a file is read, none of the rules.
 */

/** What is read, and how. All borrowed. */
typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const HashKey *key;              /* the pair key of the books */
  ReadProgressFunc progress;       /* NULL: nobody is told */
  ReadProgressFunc progress_again; /* of files that are read a second time; NULL too */
  gpointer progress_data;
  /** Takes what was read of one file over, instead of the books, and NULL or not, it stays its
      owner's; bad rows are told in any case. FALSE with @error ends the reading. NULL: nobody. */
  gboolean (*take) (gpointer data, const InputSet *inputs, const BookPart *part, GError **error);
  gpointer take_data;
  ReadMatches *matches; /* notes what stands in the files that were read; NULL: nobody asks */
} InputReader;

/**
 * Reads all files into @books. FALSE with RECON_ERROR_INPUT when a file is refused, or when there
 * are bad rows and the plan does not keep going; @rejects then holds the bad rows, of which
 * BAD_ROWS_NAMED_MAX are to be named.
 */
gboolean input_reader_read (const InputReader *self, Books *books, Rejects *rejects,
                            GError **error);

#endif
