/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_FILE_PARTS_H
#define INPUT_BYTES_FILE_PARTS_H

#include <glib.h>

/**
 * FileParts: a large file of lines, cut into parts that can be read at the same time. A part begins
 * behind the first LF after its nominal start, which is a guess: it may lie within quotes. The
 * guess is confirmed when the part before, read as if it were all there is, ends with a whole
 * record; the first part is right in any case. Whoever cannot confirm it reads the file as one.
 *
 * Each part but the first is preceded by the header of the file, so that it reads like a file.
 */
typedef struct FileParts FileParts;

/**
 * @count: how many parts at most, none of them with fewer than @bytes_min bytes. NULL: the file is
 * to be read as one, because it is small, packed or no regular file, because its text is UTF-16 or
 * JSON, because its header has line breaks in it, or because it cannot be read, which the reading
 * as one will tell.
 */
FileParts *file_parts_new (const char *path, guint count, guint64 bytes_min);
void file_parts_free (FileParts *self); /* NULL is fine; no part may be in use */

/** 2 at least. */
guint file_parts_count (const FileParts *self);
guint64 file_parts_size (const FileParts *self);

/** Reads part @index for its line ends; in any thread. FALSE: it cannot be read. */
gboolean file_parts_count_lines (FileParts *self, guint index);
/**
 * What the number of a line in part @index, header and all, lacks to its number in the file. The
 * lines of all parts before must have been counted.
 */
guint64 file_parts_lines_before (const FileParts *self, guint index);

/** The file is as it was at the beginning, and is still the one at the path. */
gboolean file_parts_are_unchanged (const FileParts *self);

/** The bytes of part @index. Streams of one FileParts may be read in several threads. */
typedef struct
{
  const FileParts *parts; /* borrowed */
  guint index;
  guint64 done; /* bytes handed out, with those of the header; 0 at the start */
} FilePartStream;

/** Up to @size bytes; 0 at the end, -1 with RECON_ERROR_INPUT. @stream: a FilePartStream. */
gssize file_parts_read (void *stream, char *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileParts, file_parts_free)

#endif
