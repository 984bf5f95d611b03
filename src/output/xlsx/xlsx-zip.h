/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_ZIP_H
#define OUTPUT_XLSX_XLSX_ZIP_H

#include <glib.h>

/**
 * XlsxZip: the archive that a workbook is, written from its beginning to its end into an open file.
 * Knows parts and their names, not what is in them. With the pieces below the owner of compression.
 *
 * The bytes depend on the parts alone: every part is of 1980-01-01, the first day an archive knows.
 * The first failure stays; what comes after it is dropped. No part and no archive has 4 GiB.
 */
typedef struct XlsxZip XlsxZip;

/** A piece of a part, compressed by itself, so that several can be made at the same time. */
typedef struct
{
  GByteArray *bytes;
  guint32 check; /* CRC-32 of what was compressed */
  gsize length;  /* of that */
} XlsxPiece;

/** Cannot fail. */
XlsxPiece *xlsx_zip_piece_new (const char *text, gsize length);
void xlsx_zip_piece_free (XlsxPiece *self); /* NULL is fine */

/** @fd: an empty file; borrowed. */
XlsxZip *xlsx_zip_new (int fd);
void xlsx_zip_free (XlsxZip *self); /* NULL is fine */

#define XLSX_ZIP_HEAD_MAX 65535

/**
 * Begins the part @name with room for a head of @room bytes, of XLSX_ZIP_HEAD_MAX at most, that is
 * known only at its end; it is not compressed.
 */
void xlsx_zip_begin (XlsxZip *self, const char *name, guint16 room);
void xlsx_zip_append (XlsxZip *self, const XlsxPiece *piece);
/** @head: exactly as long as the room. */
void xlsx_zip_end (XlsxZip *self, const GString *head);
/** A whole part. */
void xlsx_zip_put (XlsxZip *self, const char *name, const GString *text);
/** The directory at the end; nothing may follow. */
void xlsx_zip_finish (XlsxZip *self);

/** NULL: all was written. Static or of g_strerror(). */
const char *xlsx_zip_failure (const XlsxZip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxPiece, xlsx_zip_piece_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxZip, xlsx_zip_free)

#endif
