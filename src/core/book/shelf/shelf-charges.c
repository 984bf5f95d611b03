/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-charges.h"

#include "core/book/shelf/shelf-tallies.h"
#include "core/book/shelf/shelf-texts.h"

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
      shelf_tallies_put_place (self, places, finding->tally);
      shelf_texts_put (articles, self, finding->article);
      shelf_bytes_put_decimal (self, finding->amount);
    }
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
  shelf_aco_lines_put (self, book, places, articles);
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
      finding.tally = shelf_tallies_take_place (self, tallies);
      finding.article = charge_book_hold_article (book, shelf_texts_take (articles, self));
      finding.amount = shelf_bytes_take_decimal (self);
      if (!is_line_code (code))
        shelf_bytes_fail (self, "a finding that lines do not have");
      if (shelf_bytes_is_good (self))
        g_array_append_val (charge_book_line_findings (book), finding);
    }
}

void
shelf_charges_take (ShelfReader *self, ChargeBook *book, const SettledWish *wish)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (ShelfTexts) articles = shelf_texts_new ();

  for (guint left = shelf_bytes_take_count (self, 14); left > 0; left--)
    g_ptr_array_add (tallies, shelf_tallies_take (self, book));
  for (guint left = shelf_bytes_take_count (self, 6); left > 0; left--)
    shelf_tallies_take_invoice (self, book);
  take_findings (self, book, tallies, articles);
  shelf_aco_lines_take (self, book, tallies, articles, wish);
}
