/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-charges.h"

#include "base/key-bytes.h"
#include "core/book/shelf/shelf-tallies.h"
#include "core/book/shelf/shelf-texts.h"

/* By its place among those of the list. */
static void
put_tally_place (ShelfWriter *self, GHashTable *places, const ChargeTally *tally)
{
  shelf_bytes_put_number (self, GPOINTER_TO_UINT (g_hash_table_lookup (places, tally)));
}

static void
put_findings (ShelfWriter *self, const ChargeBook *book, GHashTable *places, ShelfTexts *articles)
{
  const GArray *findings = charge_book_line_findings (book);

  shelf_bytes_put_number (self, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const LineFinding *finding = &g_array_index (findings, LineFinding, i);

      shelf_bytes_put_number (self, finding->code);
      shelf_bytes_put_position (self, finding->at);
      put_tally_place (self, places, finding->tally);
      shelf_texts_put (articles, self, finding->article);
      shelf_bytes_put_decimal (self, finding->amount);
    }
}

static void
put_aco_lines (ShelfWriter *self, const ChargeBook *book, GHashTable *places, ShelfTexts *articles)
{
  const GArray *lines = charge_book_aco_lines (book);

  shelf_bytes_put_number (self, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const AcoLine *line = &g_array_index (lines, AcoLine, i);

      shelf_bytes_put_position (self, line->at);
      put_tally_place (self, places, line->tally);
      shelf_texts_put (articles, self, line->article);
      shelf_bytes_put_decimal (self, decimal_unpack (line->credit));
    }
}

static void
put_group (const PairGroup *group, gpointer data)
{
  ShelfWriter *self = data;

  shelf_bytes_put_number (self, pair_groups_plain (group));
  shelf_bytes_put_number (self, group->pec + group->shelved.pec);
}

/* Each ACO line has a credit. A key is told where it comes first, and its charges at the end. */
static void
put_credits (ShelfWriter *self, const PairBook *pairs)
{
  g_autoptr (PairGroups) groups = pair_book_groups (pairs);
  g_autoptr (GHashTable) places
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, g_free, NULL);
  Hash128 invoice = { 0 };

  for (guint i = 0; i < pair_book_credit_count (pairs); i++)
    {
      PairWish key;

      if (!pair_book_credit (pairs, i, &key))
        {
          shelf_bytes_put_number (self, 0);
          continue;
        }
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key.hash));
      if (place != 0)
        {
          shelf_bytes_put_number (self, place + 2);
          continue;
        }
      const gboolean is_same = key_bytes_hash128_equal (&invoice, &key.invoice);
      shelf_bytes_put_number (self, is_same ? 1 : 2);
      if (!is_same)
        shelf_bytes_put_hash (self, invoice = key.invoice);
      shelf_bytes_put_hash (self, key.hash);
      g_hash_table_insert (places, g_memdup2 (&key.hash, sizeof key.hash),
                           GUINT_TO_POINTER (g_hash_table_size (places) + 1));
    }
  pair_groups_foreach (groups, put_group, self);
}

void
shelf_charges_put (ShelfWriter *self, const ChargeBook *book)
{
  g_autoptr (GPtrArray) tallies = charge_book_list (book);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (book);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (ShelfTexts) articles = shelf_texts_new ();

  shelf_bytes_put_number (self, tallies->len);
  for (guint i = 0; i < tallies->len; i++)
    {
      shelf_tallies_put (self, g_ptr_array_index (tallies, i));
      g_hash_table_insert (places, g_ptr_array_index (tallies, i), GUINT_TO_POINTER (i));
    }
  shelf_bytes_put_number (self, invoices->len);
  for (guint i = 0; i < invoices->len; i++)
    shelf_tallies_put_invoice (self, g_ptr_array_index (invoices, i));
  put_findings (self, book, places, articles);
  put_aco_lines (self, book, places, articles);
  put_credits (self, charge_book_pair_book (book));
}

/* NULL: a fault. */
static const ChargeTally *
take_tally_place (ShelfReader *self, const GPtrArray *tallies)
{
  const guint64 place = shelf_bytes_take_number (self);

  if (place < tallies->len)
    return g_ptr_array_index (tallies, place);
  shelf_bytes_fail (self, "a tally that is not there");
  return NULL;
}

static gboolean
is_line_code (guint64 code)
{
  return code == FINDING_SUBTOTAL_MISMATCH || code == FINDING_TOTAL_MISMATCH
         || code == FINDING_CREDIT_SIGN || code == FINDING_CREDIT_ON_INELIGIBLE;
}

static void
take_findings (ShelfReader *self, ChargeBook *book, const GPtrArray *tallies, ShelfTexts *articles)
{
  for (guint left = shelf_bytes_take_count (self, 5); left > 0; left--)
    {
      const guint64 code = shelf_bytes_take_up_to (self, G_MAXINT32);
      LineFinding finding = { .code = (FindingCode) code };

      finding.at = shelf_bytes_take_position (self);
      finding.tally = take_tally_place (self, tallies);
      finding.article = charge_book_hold_article (book, shelf_texts_take (articles, self));
      finding.amount = shelf_bytes_take_decimal (self);
      if (!is_line_code (code))
        shelf_bytes_fail (self, "a finding that lines do not have");
      if (shelf_bytes_is_good (self))
        g_array_append_val (charge_book_line_findings (book), finding);
    }
}

/* Gives how many there are. */
static guint
take_aco_lines (ShelfReader *self, ChargeBook *book, const GPtrArray *tallies, ShelfTexts *articles)
{
  const guint count = shelf_bytes_take_count (self, 4);

  for (guint i = 0; i < count; i++)
    {
      AcoLine line = { .at = shelf_bytes_take_position (self) };

      line.tally = take_tally_place (self, tallies);
      line.article = charge_book_hold_article (book, shelf_texts_take (articles, self));
      const Decimal credit = shelf_bytes_take_decimal (self);
      if (credit.limb_count > 2)
        shelf_bytes_fail (self, "an amount that no line has");
      if (!shelf_bytes_is_good (self))
        return 0;
      line.credit = decimal_pack (credit);
      g_array_append_val (charge_book_aco_lines (book), line);
    }
  return count;
}

static void
take_groups (ShelfReader *self, PairBook *pairs, const GArray *keys)
{
  for (guint i = 0; i < keys->len && shelf_bytes_is_good (self); i++)
    {
      PairCount count = { .hash = g_array_index (keys, PairWish, i).hash };

      count.plain = shelf_bytes_take_number (self);
      count.pec = shelf_bytes_take_number (self);
      pair_book_add_count (pairs, &count);
    }
}

static void
take_credits (ShelfReader *self, PairBook *pairs, guint count)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (PairWish));
  PairWish key = { { 0 }, { 0 } };

  for (guint i = 0; i < count && shelf_bytes_is_good (self); i++)
    {
      const guint64 head = shelf_bytes_take_up_to (self, keys->len + 2);

      if (head == 2)
        key.invoice = shelf_bytes_take_hash (self);
      if (head == 1 || head == 2)
        {
          key.hash = shelf_bytes_take_hash (self);
          g_array_append_val (keys, key);
        }
      pair_book_join_credit (
          pairs, i,
          head == 0 ? NULL : &g_array_index (keys, PairWish, head > 2 ? head - 3 : keys->len - 1));
    }
  take_groups (self, pairs, keys);
}

void
shelf_charges_take (ShelfReader *self, ChargeBook *book)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (ShelfTexts) articles = shelf_texts_new ();

  for (guint left = shelf_bytes_take_count (self, 14); left > 0; left--)
    g_ptr_array_add (tallies, shelf_tallies_take (self, book));
  for (guint left = shelf_bytes_take_count (self, 6); left > 0; left--)
    shelf_tallies_take_invoice (self, book);
  take_findings (self, book, tallies, articles);
  take_credits (self, charge_book_pair_book (book), take_aco_lines (self, book, tallies, articles));
}
