/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_FINGERPRINT_BOOK_H
#define CORE_BOOK_FINGERPRINT_BOOK_H

#include "core/book/input-book.h"
#include "core/book/row-overlap.h"
#include "core/record/fingerprint.h"

/**
 * FingerprintBook: the fingerprints of billed rows by kind of file, invoice and file, and which
 * files hold the same rows. Meant for the invoices that several files name; knows no rules.
 *
 * Memory: 16 bytes a row: 80 bits of its fingerprint and its place among the rows of its invoice
 * in its file. Two different rows share them with a chance below 2^-34 among 10 million. Books
 * merge in reading order.
 */
typedef struct FingerprintBook FingerprintBook;

/** @key: books that are merged must have the same. */
FingerprintBook *fingerprint_book_new (const HashKey *key);
void fingerprint_book_free (FingerprintBook *self); /* NULL is fine */

/* Billed rows, in reading order within their file. */
void fingerprint_book_add_line (FingerprintBook *self, const InvoiceLine *line);
void fingerprint_book_add_usage (FingerprintBook *self, const UsageRow *row);

/** One whose fingerprint, with the key of the book, was kept (core/book/shelf/row-trail). */
void fingerprint_book_add_print (FingerprintBook *self, FileKind kind, Slice invoice, guint32 file,
                                 Hash128 print);

/** @later was read after @self; it is left empty. */
void fingerprint_book_merge (FingerprintBook *self, FingerprintBook *later);

/** How many rows of @invoice (in lower case) were added of the file at @file. */
guint64 fingerprint_book_count (const FingerprintBook *self, FileKind kind, const char *invoice,
                                guint32 file);

/**
 * Each file that holds rows which a file before it holds too, by kind, invoice and file; without
 * their money (see row_overlap_take()). The book is emptied. (transfer full)
 */
GPtrArray *fingerprint_book_overlaps (FingerprintBook *self); /* of RowOverlap * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FingerprintBook, fingerprint_book_free)

#endif
