/* SPDX-License-Identifier: MIT */
#ifndef INPUT_PARTS_READER_H
#define INPUT_PARTS_READER_H

#include "input/book-part.h"
#include "input/bytes/file-parts.h"

/**
 * PartsReader: the parts of one file, read at the same time and put together in their order. What
 * comes out is what reading the file as one gives, whatever the number of parts; where that is not
 * sure, nothing comes out.
 */

/** How far the reading is: about @done bytes of the file. Called in the caller's thread. */
typedef void (*PartsProgressFunc) (gpointer data, guint64 done);

/**
 * Reads @parts into @whole, which is fresh from book_part_init() with @key. @tell may be NULL.
 * FALSE:
 * @whole is as it was, and the file is to be read as one: that says what is wrong with it, or that
 * nothing is: a part began within quotes, a row is bad and the run is to stop there, the file
 * changed.
 */
gboolean parts_reader_read (BookPart *whole, FileParts *parts, const HashKey *key,
                            PartsProgressFunc tell, gpointer tell_data);

#endif
