/* SPDX-License-Identifier: MIT */
#ifndef INPUT_FILE_BOOKS_H
#define INPUT_FILE_BOOKS_H

#include "input/book-part.h"
#include "input/bytes/container.h"
#include "input/input-set.h"

/**
 * FileBooks: one file on disk, read into books of its own: each of its contents a BookPart. Knows
 * no other file, so that several can be read at the same time.
 */
typedef struct FileBooks FileBooks;

/** What a reading needs. All borrowed, and never changed. */
typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const HashKey *key; /* the pair key of the books */
} FileBooksPlan;

/** Told after every few MiB; @done bytes of the file, packed as it is, are read. */
typedef struct
{
  /** FALSE: nobody wants the rest; the reading fails. */
  gboolean (*tell) (gpointer data, guint64 done);
  gpointer data;
} FileBooksWatch;

/** Of the file on disk in which the input at @first lies, before all others that do. */
FileBooks *file_books_new (const FileBooksPlan *plan, guint32 first);
void file_books_free (FileBooks *self); /* NULL is fine */

/**
 * Reads the file, once. @jobs: threads at most for a large plain one; 1: the caller's alone. What
 * is read spends @budget. FALSE with RECON_ERROR_INPUT when the file is refused, which a bad row is
 * no reason for unless there are too many of them.
 */
gboolean file_books_read (FileBooks *self, guint jobs, ReadBudget *budget,
                          const FileBooksWatch *watch, GError **error);

/** The inputs of the file; those that are skipped have no tally. */
guint file_books_count (const FileBooks *self);
BookPart *file_books_part (FileBooks *self, guint index);
/** Bytes on disk; 0 where nothing was wanted of the file. */
guint64 file_books_size (const FileBooks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileBooks, file_books_free)

#endif
