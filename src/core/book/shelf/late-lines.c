/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/late-lines.h"

/* A line with what it pairs by. */
typedef struct
{
  AcoLine line;
  gboolean has_key;
  PairWish key;
} KeyedLine;

static KeyedLine
keyed_line (const ChargeBook *charges, guint place)
{
  KeyedLine keyed = { .line = g_array_index (charge_book_aco_lines (charges), AcoLine, place) };

  keyed.has_key = pair_book_credit (charge_book_pair_book (charges), place, &keyed.key);
  return keyed;
}

/* Of KeyedLine: the lines that stay. (transfer full) */
static GArray *
take_out (ChargeBook *charges, const gboolean *is_late)
{
  GArray *lines = charge_book_aco_lines (charges);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (KeyedLine));

  for (guint i = 0; i < lines->len; i++)
    {
      const KeyedLine keyed = keyed_line (charges, i);
      if (!is_late[keyed.line.at.file])
        g_array_append_val (kept, keyed);
    }
  g_array_set_size (lines, 0);
  pair_book_forget_credits (charge_book_pair_book (charges));
  return kept;
}

/* The tally of the same customer, invoice and currency. */
static const ChargeTally *
own_tally (Books *books, const ChargeTally *tally)
{
  RowNumbers numbers = { { 0 } };

  numbers.of[ROW_ID_CUSTOMER]
      = row_ids_add (books->ids, ROW_ID_CUSTOMER, slice_of (tally->customer));
  numbers.of[ROW_ID_INVOICE] = row_ids_add (books->ids, ROW_ID_INVOICE, slice_of (tally->invoice));
  numbers.of[ROW_ID_CURRENCY]
      = row_ids_add (books->ids, ROW_ID_CURRENCY, slice_of (tally->currency));
  return charge_book_join_tally (books->charges, &numbers);
}

/* As lines of @books. */
static void
collect (Books *books, const Books *late, GArray *lines)
{
  const guint count = charge_book_aco_lines (late->charges)->len;
  const ChargeTally *from = NULL, *to = NULL;

  for (guint i = 0; i < count; i++)
    {
      KeyedLine keyed = keyed_line (late->charges, i);

      if (keyed.line.tally != from)
        {
          from = keyed.line.tally;
          to = own_tally (books, from);
        }
      keyed.line.tally = to;
      keyed.line.article = charge_book_hold_article (books->charges, slice_of (keyed.line.article));
      g_array_append_val (lines, keyed);
    }
}

static void
append (ChargeBook *charges, const KeyedLine *keyed)
{
  GArray *lines = charge_book_aco_lines (charges);

  pair_book_join_credit (charge_book_pair_book (charges), lines->len,
                         keyed->has_key ? &keyed->key : NULL);
  g_array_append_val (lines, keyed->line);
}

/* Each has whole files, in reading order. */
static void
append_both (ChargeBook *charges, const GArray *stay, const GArray *come)
{
  guint at = 0;

  for (guint i = 0; i < stay->len; i++)
    {
      const KeyedLine *line = &g_array_index (stay, KeyedLine, i);

      for (;
           at < come->len && g_array_index (come, KeyedLine, at).line.at.file < line->line.at.file;
           at++)
        append (charges, &g_array_index (come, KeyedLine, at));
      append (charges, line);
    }
  for (; at < come->len; at++)
    append (charges, &g_array_index (come, KeyedLine, at));
}

void
late_lines_join (Books *books, const GPtrArray *late, const gboolean *is_late)
{
  PairBook *pairs = charge_book_pair_book (books->charges);
  g_autoptr (GArray) stay = take_out (books->charges, is_late);
  g_autoptr (GArray) come = g_array_new (FALSE, FALSE, sizeof (KeyedLine));

  for (guint i = 0; i < late->len; i++)
    {
      const Books *again = g_ptr_array_index (late, i);
      PairBook *from = charge_book_pair_book (again->charges);

      collect (books, again, come);
      pair_book_forget_credits (from);
      pair_book_merge (pairs, from, 0); /* what shelves have of the keys */
    }
  append_both (books->charges, stay, come);
  pair_book_unsettle (pairs);
}
