/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <sys/mman.h>
#include <unistd.h>

#include "core/book/shelf/charge-shelf.h"
#include "core/book/shelf/row-trail.h"
#include "core/book/shelf/shelf-books.h"
#include "core/book/shelf/shelf-ids.h"
#include "fuzz-target.h"
#include "input/shelf/shelf-catalogue.h"
#include "input/shelf/shelf-head.h"

/*
 * A file of books as it comes from somebody else, and what its sections hold: a fault is told, or
 * they are books, which as bytes again are the same books.
 *
 * Choices: b books, h a head, c charges, f a file, r rows.
 */

static const HashKey key = { 1, 2 };

static ShelfReader
reader_of (Slice bytes)
{
  const guint8 *begin = (const guint8 *) bytes.text;
  return (ShelfReader){ .at = begin, .end = begin + bytes.length, .lines_before = 5 };
}

static InputTally *
input_of (const Books *books)
{
  return input_book_file (books->inputs, 0, "a.csv", KIND_INVOICE);
}

/* NULL: a fault. */
static Books *
take_books (Slice bytes)
{
  g_autoptr (Books) books = books_new (&key);
  ShelfReader reader = reader_of (bytes);
  const gboolean good = shelf_books_take (&reader, books, input_of (books));

  shelf_ids_forget (&reader);
  REQUIRE (good == (reader.fault == NULL));
  return good ? g_steal_pointer (&books) : NULL;
}

static GByteArray *
put_books (const Books *books)
{
  GByteArray *bytes = g_byte_array_new ();

  /* Sums of what was read may be larger than what is read. */
  if (shelf_books_put (books, input_of (books), bytes))
    return bytes;
  g_byte_array_unref (bytes);
  return NULL;
}

static void
note_pair (const AcoLine *line, PairResult result, const InvoiceTally *elsewhere, gpointer count)
{
  REQUIRE (line->tally != NULL && result <= PAIR_WITH_PEC);
  REQUIRE (elsewhere == NULL || result == PAIR_NONE);
  ++*(guint *) count;
}

static void
look_at (Books *books)
{
  guint pairs = 0;
  g_autoptr (GArray) repeats = credit_book_repeats (books->credits);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  g_autoptr (GPtrArray) groups = product_book_list (books->products);

  REQUIRE (repeats != NULL && usage != NULL && groups != NULL);
  charge_book_pairs (books->charges, note_pair, &pairs);
  REQUIRE (pairs == charge_book_aco_lines (books->charges)->len);
}

static void
check_books (Slice bytes)
{
  g_autoptr (Books) books = take_books (bytes);

  if (books == NULL)
    return;
  look_at (books);
  g_autoptr (GByteArray) once = put_books (books);
  if (once == NULL)
    return;
  /* Lines before were added. */
  const Slice again = { (const char *) once->data, once->len };
  g_autoptr (Books) second = take_books (again);
  g_autoptr (Books) third = take_books (again);
  REQUIRE (second != NULL && third != NULL);
  books_merge (second, third);
  look_at (second);
}

static void
check_head (Slice bytes)
{
  ShelfHead head = { .name = NULL };
  ShelfReader reader = reader_of (bytes);

  shelf_head_take (&reader, &head);
  REQUIRE (reader.fault != NULL || head.name != NULL);
  shelf_head_clear (&head);
}

static void
check_charges (Slice bytes)
{
  const guint8 *begin = (const guint8 *) bytes.text;
  PairCount found = { .hash = { .low = 2, .high = 3 } };
  ChargeShelf shelf;

  if (bytes.length < CHARGE_SHELF_HEAD_BYTES || !charge_shelf_init (&shelf, begin, bytes.length))
    return;
  g_autofree guint64 *starts = g_new (guint64, shelf.entries + 1);
  if (!charge_shelf_index (&shelf, begin + CHARGE_SHELF_HEAD_BYTES, starts))
    return;
  const guint entry = charge_shelf_entry (&shelf, &found.hash);
  charge_shelf_find (&shelf, begin + shelf.records_begin + starts[entry] * shelf.record_bytes,
                     (gsize) (starts[entry + 1] - starts[entry]), &found.hash, &found);
  REQUIRE (found.plain + found.pec <= shelf.count);
}

static gboolean
wants (gpointer data, Slice invoice)
{
  return data != NULL && invoice.length % 2 == 0;
}

static void
take_row (gpointer data, Slice invoice, const TrailRow *row)
{
  REQUIRE (invoice.length % 2 == 0 && position_is_set (row->at));
  ++*(guint *) data;
}

static void
check_rows (Slice bytes)
{
  guint rows = 0;
  const TrailVisitor visitor = { .wants = wants, .row = take_row, .data = &rows };
  ShelfReader reader = reader_of (bytes);

  row_trail_visit (&reader, &visitor);
  REQUIRE (rows <= bytes.length);
}

static void
check_sections (const ShelfCatalogue *catalogue)
{
  const GArray *sections = shelf_file_sections (catalogue->file);
  g_autoptr (ColumnMap) map = column_map_new ();
  const ReadPlan plan = { .separator = ',', .map = map };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const gboolean good = shelf_file_read (
          catalogue->file, &g_array_index (sections, ShelfSection, i), bytes, &error);
      REQUIRE (good == (error == NULL));
    }
  REQUIRE (bytes->len <= shelf_file_size (catalogue->file));
  g_autoptr (GError) other = NULL;
  REQUIRE (shelf_catalogue_check (catalogue, &plan, &other) == (other == NULL));
}

static void
check_file (Slice bytes)
{
  const int file = memfd_create ("books", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (GError) error = NULL;

  REQUIRE (file >= 0 && write (file, bytes.text, bytes.length) == (gssize) bytes.length);
  g_autoptr (ShelfCatalogue) catalogue = shelf_catalogue_new ("a.books", path, &error);
  REQUIRE ((catalogue != NULL) == (error == NULL));
  if (catalogue != NULL)
    check_sections (catalogue);
  close (file);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice rest;
  const Choices choices = take_choices (data, size, &rest);

  switch (choices.left > 0 ? *choices.at : 0)
    {
    case 'b':
      check_books (rest);
      break;
    case 'h':
      check_head (rest);
      break;
    case 'c':
      check_charges (rest);
      break;
    case 'f':
      check_file (rest);
      break;
    default:
      check_rows (rest);
    }
  return 0;
}
