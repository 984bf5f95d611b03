/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_BOOK_H
#define CORE_MCA_MCA_BOOK_H

#include "base/slice.h"
#include "core/mca/mca-record.h"

/**
 * McaBook: everything that was read of a Microsoft Customer Agreement, in the order of reading.
 * Memory follows the resources.
 */
typedef struct
{
  GArray *pages;      /* of McaPage */
  GArray *balances;   /* of McaBalance */
  GArray *lots;       /* of McaLot */
  GArray *events;     /* of McaEvent */
  GArray *accounts;   /* of McaAccount */
  GArray *profiles;   /* of McaProfile */
  GPtrArray *ignored; /* const char *: files that were left out */
  guint64 resources;  /* so many got a place */
  GStringChunk *texts;
  GPtrArray *taken;    /* of GStringChunk: the texts of books that were taken */
  GString *folded;     /* room for a text in lower or upper case */
  const char **recent; /* of texts; where each may stand is said by its hash */
} McaBook;

McaBook *mca_book_new (void);
void mca_book_free (McaBook *self); /* NULL is fine */

/** A copy that lives as long as the book; an empty one is NULL. */
const char *mca_book_text (McaBook *self, Slice text);
/** The same with its ASCII letters in lower or upper case. */
const char *mca_book_text_lower (McaBook *self, Slice text);
const char *mca_book_text_upper (McaBook *self, Slice text);

/**
 * Puts what was read of one file, at most one page, behind the rest; @part is then gone. The page
 * of content that was read before (the same sha256) counts for nothing, unless it is without
 * resources.
 */
void mca_book_take (McaBook *self, McaBook *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McaBook, mca_book_free)

#endif
