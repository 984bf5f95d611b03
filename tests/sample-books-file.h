/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_BOOKS_FILE_H
#define SAMPLE_BOOKS_FILE_H

#include "base/keyed-hash.h"
#include "input/shelf-volume.h"
#include "input/shelf/shelf-options.h"
#include "record-builders.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

/** Files of books for the tests of what reads them. */

typedef struct
{
  ColumnMap *map;
  ReadPlan plan;
  char *folder;
} SampleBooks;

static const HashKey sample_books_key = { 1, 2 };

static inline void
sample_books_begin (SampleBooks *self)
{
  self->map = column_map_new ();
  self->plan = (ReadPlan){ .map = self->map,
                           .separator = ',',
                           .max_rejects = 9,
                           .content_key = shelf_options_key (),
                           .keeps_rows = TRUE };
  self->folder = g_dir_make_tmp ("test-books-XXXXXX", NULL);
  ck_assert_ptr_nonnull (self->folder);
}

static inline char *
sample_books_path (const SampleBooks *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Invoice lines into the books of a file. */
static inline void
sample_books_fill (const SampleBooks *self, BookPart *part, const char *name,
                   const char *const *lines)
{
  book_part_init (part, &self->plan, &sample_books_key, name, 0);
  part->input = input_book_file (part->books->inputs, 0, name, KIND_INVOICE);
  for (; *lines != NULL; lines++)
    {
      const InvoiceLine line = build_invoice_line (*lines);
      book_part_visitor (&self->plan)->records.invoice (part, &line);
    }
}

/** A file of books of one file, or of a part of one (@head: other than all zero). */
static inline char *
sample_books_write (const SampleBooks *self, const char *books, const char *name, ShelfHead head,
                    const char *const *lines)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) content = g_byte_array_new ();
  ShelfWriter writer = { .bytes = content };
  ShelfChecksum all;
  BookPart part;
  char *path = sample_books_path (self, books);

  shelf_file_begin (bytes, &all);
  shelf_options_put (&writer, &self->plan);
  shelf_file_put (SHELF_OPTIONS, content, bytes, &all);
  g_byte_array_set_size (content, 0);
  shelf_bytes_put_number (&writer, 1);
  shelf_bytes_put_text (&writer, "left.pdf");
  shelf_file_put (SHELF_LEFT, content, bytes, &all);
  sample_books_fill (self, &part, name, lines);
  ck_assert (shelf_volume_put (&part, &head, bytes, &all, NULL));
  book_part_clear (&part);
  shelf_head_clear (&head);
  shelf_file_end (bytes, &all);
  ck_assert (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
  return path;
}

static inline void
sample_books_end (SampleBooks *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = sample_books_path (self, name);
      ck_assert_int_eq (remove (path), 0);
    }
  ck_assert_int_eq (remove (self->folder), 0);
  g_free (self->folder);
  column_map_free (self->map);
}

#endif
