/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_READER_H
#define INPUT_INPUT_READER_H

#include "core/book/books.h"
#include "core/record/rejects.h"
#include "input/billing/file-reader.h"
#include "input/bytes/limits.h"
#include "input/input-set.h"

/**
 * InputReader: the files of an input set, read one after the other into books. One pass, one row
 * at a time; memory follows what the books keep. Knows how a file is read, none of the rules.
 */

/**
 * Reads all files of @inputs into @books, whose pair key is @key. FALSE with RECON_ERROR_INPUT
 * when a file is refused, or when there are bad rows and the plan does not keep going; @rejects
 * then holds the bad rows, of which BAD_ROWS_NAMED_MAX are to be named.
 */
gboolean input_reader_read (const InputSet *inputs, const ReadPlan *plan, const HashKey *key,
                            Books *books, Rejects *rejects, GError **error);

#endif
