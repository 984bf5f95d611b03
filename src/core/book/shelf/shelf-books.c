/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-books.h"

#include "core/book/shelf/shelf-charges.h"
#include "core/book/shelf/shelf-credits.h"
#include "core/book/shelf/shelf-ids.h"
#include "core/book/shelf/shelf-inputs.h"
#include "core/book/shelf/shelf-people.h"
#include "core/book/shelf/shelf-products.h"
#include "core/book/shelf/shelf-usage.h"

gboolean
shelf_books_put (const Books *books, const InputTally *input, GByteArray *bytes)
{
  ShelfWriter writer = { .bytes = bytes, .ids = books->ids };

  shelf_ids_put (&writer);
  shelf_inputs_put (&writer, input);
  shelf_people_put (&writer, books->names, books->partners);
  shelf_credits_put (&writer, books->credits);
  shelf_charges_put (&writer, books->charges);
  shelf_usage_put (&writer, books->usage);
  shelf_products_put (&writer, books->products);
  shelf_ids_clear (&writer);
  return !writer.is_too_large;
}

/* Up to the charges. */
static void
take_beginning (ShelfReader *reader, Books *books, InputTally *input, const SettledWish *wish)
{
  shelf_ids_take (reader, books->ids);
  shelf_inputs_take (reader, input);
  shelf_people_take (reader, books->names, books->partners);
  shelf_credits_take (reader, books->credits, books->ids);
  shelf_charges_take (reader, books->charges, wish);
}

gboolean
shelf_books_take (ShelfReader *reader, Books *books, InputTally *input)
{
  take_beginning (reader, books, input, NULL);
  shelf_usage_take (reader, books->usage);
  shelf_products_take (reader, books->products);
  shelf_ids_forget (reader);
  if (shelf_bytes_is_good (reader) && reader->at != reader->end)
    shelf_bytes_fail (reader, "more bytes than the books have");
  return shelf_bytes_is_good (reader);
}

gboolean
shelf_books_take_lines (ShelfReader *reader, Books *books, InputTally *input,
                        const SettledWish *wish)
{
  take_beginning (reader, books, input, wish);
  shelf_ids_forget (reader);
  return shelf_bytes_is_good (reader);
}
