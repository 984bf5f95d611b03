/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_VOLUME_H
#define INPUT_SHELF_VOLUME_H

#include "core/book/shelf/shelf-aco-lines.h"
#include "input/book-part.h"
#include "input/shelf/shelf-catalogue.h"

/**
 * ShelfVolumes: what was read of one file, or of a part of one, as sections of a file of books, and
 * back (docs/books-format.md).
 */

/** Appends the sections of @part to @bytes. @head: which part of the file it is, and the digest of
    the file of a part; what follows from @part is set in it. FALSE with RECON_ERROR_INPUT: it
   cannot be kept. */
gboolean shelf_volume_put (const BookPart *part, ShelfHead *head, GByteArray *bytes,
                           ShelfChecksum *all, GError **error);

/** A volume whose ACO credit lines are read once more. */
typedef struct
{
  const ShelfVolume *volume;
  guint32 file;         /* its place in the order of reading */
  guint64 lines_before; /* what line numbers of the volume lack */
} LateVolume;

/**
 * Reads the ACO credit lines of @count volumes into @books, settled ones as far as @wish wants
 * them; see shelf_books_take_lines(). FALSE with RECON_ERROR_INPUT, about the first that is not
 * good.
 */
gboolean shelf_volume_read_lines (const LateVolume *volumes, guint count, const SettledWish *wish,
                                  Books *books, GError **error);

/**
 * Reads @volumes (of const ShelfVolume *, in the order of the file) into @whole, which is fresh
 * from book_part_init() with @key, on @jobs threads at most: what comes out is what reading them
 * one after the other gives. FALSE with RECON_ERROR_INPUT, about the first of them that is not
 * good; @whole can only be cleared then.
 */
gboolean shelf_volume_read_all (BookPart *whole, const GPtrArray *volumes, const HashKey *key,
                                guint jobs, GError **error);

#endif
