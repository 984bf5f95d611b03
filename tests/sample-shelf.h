/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_SHELF_H
#define SAMPLE_SHELF_H

#include "core/book/books.h"
#include "core/book/shelf/shelf-bytes.h"
#include "core/book/shelf/shelf-ids.h"
#include "record-builders.h"

#include <check.h>

/** One book of @books as bytes, with all ids before it, and back into books of its own. */

typedef void (*SampleShelfPut) (ShelfWriter *writer, const Books *books);
typedef void (*SampleShelfTake) (ShelfReader *reader, Books *books);

static inline ShelfReader
sample_shelf_reader (const GByteArray *bytes)
{
  return (ShelfReader){ .at = bytes->data, .end = bytes->data + bytes->len };
}

static inline GByteArray *
sample_shelf_put (const Books *books, SampleShelfPut put)
{
  GByteArray *bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes, .ids = books->ids };

  shelf_ids_put (&writer);
  put (&writer, books);
  shelf_ids_clear (&writer);
  ck_assert (!writer.is_too_large);
  return bytes;
}

/** Every cut is a fault; the whole gives the same bytes again. Gives what was read. */
static inline Books *
sample_shelf_round (const Books *books, SampleShelfPut put, SampleShelfTake take)
{
  g_autoptr (GByteArray) bytes = sample_shelf_put (books, put);
  Books *again = build_books ();

  for (guint length = 0; length < bytes->len; length++)
    {
      g_autoptr (Books) cut = build_books ();
      ShelfReader reader = { .at = bytes->data, .end = bytes->data + length };

      shelf_ids_take (&reader, cut->ids);
      take (&reader, cut);
      shelf_ids_forget (&reader);
      ck_assert_msg (!shelf_bytes_is_good (&reader), "cut at %u", length);
    }
  ShelfReader reader = sample_shelf_reader (bytes);
  shelf_ids_take (&reader, again->ids);
  take (&reader, again);
  shelf_ids_forget (&reader);
  ck_assert_msg (shelf_bytes_is_good (&reader), "%s", reader.fault);
  ck_assert (reader.at == reader.end);
  g_autoptr (GByteArray) second = sample_shelf_put (again, put);
  ck_assert_uint_eq (second->len, bytes->len);
  ck_assert_mem_eq (second->data, bytes->data, bytes->len);
  return again;
}

/** @count rows and the same in reverse order, as BUILD_ROWS takes them, give the same bytes. */
static inline void
sample_shelf_assert_any_order (const char *const *rows, guint count, SampleShelfPut put)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) other = build_books ();

  for (guint i = 0; i < count; i++)
    {
      BUILD_ROWS (books, rows[i]);
      BUILD_ROWS (other, rows[count - 1 - i]);
    }
  g_autoptr (GByteArray) one = sample_shelf_put (books, put);
  g_autoptr (GByteArray) two = sample_shelf_put (other, put);
  ck_assert_uint_eq (one->len, two->len);
  ck_assert_mem_eq (one->data, two->data, one->len);
}

#endif
