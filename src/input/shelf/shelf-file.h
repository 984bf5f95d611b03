/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_SHELF_FILE_H
#define INPUT_SHELF_SHELF_FILE_H

#include <glib.h>

#include "input/shelf/shelf-checksum.h"

/**
 * ShelfFile: a file of books on disk: sections, each with its length and checksum, and an end
 * (docs/books-format.md). Knows nothing of what they hold. Opened for each look and closed again,
 * for there may be thousands; never mapped, for a file may shrink while it is read.
 */

/** The first bytes, and the version of the format that is written; those up to it are read. */
#define SHELF_FILE_MAGIC "ACOBOOKS"
#define SHELF_FILE_VERSION 1

typedef enum
{
  SHELF_OPTIONS, /* how the files were read */
  SHELF_LEFT,    /* which files were not */
  SHELF_HEAD,    /* of a file, or of a part of one; before all others of it */
  SHELF_BOOKS,
  SHELF_CHARGES,
  SHELF_ROWS,
  SHELF_END,
  SHELF_SECTION_COUNT
} ShelfSectionKind;

typedef struct
{
  ShelfSectionKind kind;
  guint64 offset; /* of its content */
  guint64 length;
  guint64 checksum;
} ShelfSection;

typedef struct ShelfFile ShelfFile;

/** A regular file begins like books do. */
gboolean shelf_file_is (const char *path);

/**
 * Looks at where its sections lie, not at what they hold. NULL with RECON_ERROR_INPUT: it cannot be
 * read, is of a newer version, is cut off or damaged. @name: how messages call it.
 */
ShelfFile *shelf_file_new (const char *name, const char *path, GError **error);
void shelf_file_free (gpointer self); /* NULL is fine */

const char *shelf_file_name (const ShelfFile *self);
guint64 shelf_file_size (const ShelfFile *self);
/** In their order, without the end; of ShelfSection. */
const GArray *shelf_file_sections (const ShelfFile *self);

/** What a section holds; FALSE with RECON_ERROR_INPUT when it is damaged. @bytes: NULL: it is only
    looked over. Appended to. In any thread. */
gboolean shelf_file_read (const ShelfFile *self, const ShelfSection *section, GByteArray *bytes,
                          GError **error);

/** Bytes of a section that was looked over. @stream: -1 at first, and then a look that stays open
    until shelf_file_close(). */
gboolean shelf_file_read_at (const ShelfFile *self, int *stream, guint64 offset, guint8 *bytes,
                             gsize length, GError **error);
void shelf_file_close (int *stream);

/** FALSE, with @error: "NAME: found WHAT, expected books as acorecon fold writes them; ...". */
gboolean shelf_file_refuse (const ShelfFile *self, const char *what, GError **error);

/* Writing: bytes for a sink, one after the other. */

/** The bytes before the first section. */
void shelf_file_begin (GByteArray *bytes, ShelfChecksum *all);
/** A section around @content. */
void shelf_file_put (ShelfSectionKind kind, const GByteArray *content, GByteArray *bytes,
                     ShelfChecksum *all);
/** The last section. */
void shelf_file_end (GByteArray *bytes, ShelfChecksum *all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShelfFile, shelf_file_free)

#endif
