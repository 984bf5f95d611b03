/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/charge-book.h"

#include <string.h>

#include "base/swap.h"
#include "core/book/article-pool.h"

/* What a key of the table is made of. */
typedef enum
{
  KEY_CUSTOMER,
  KEY_INVOICE,
  KEY_CURRENCY,
  KEY_WIDTH
} KeyPart;

static const RowIdKind key_kinds[KEY_WIDTH] = { ROW_ID_CUSTOMER, ROW_ID_INVOICE, ROW_ID_CURRENCY };

struct ChargeBook
{
  RowIds *ids;
  KeyTable *keys;
  GPtrArray *tallies;  /* of ChargeTally *, by the number of the key; NULL: merged into another */
  GPtrArray *invoices; /* of InvoiceTally *, by the number of the id; NULL: no line of it */
  GArray *line_findings;
  GArray *aco_lines;
  ArticlePool *articles; /* of both */
  PairBook *pairs;       /* tags are indexes into aco_lines */
};

ChargeBook *
charge_book_new (RowIds *ids)
{
  ChargeBook *self = g_new0 (ChargeBook, 1);

  self->ids = ids;
  self->keys = key_table_new (&ids->key, KEY_WIDTH);
  self->tallies = g_ptr_array_new_with_free_func (charge_tally_free);
  self->invoices = g_ptr_array_new_with_free_func (invoice_tally_free);
  self->line_findings = g_array_new (FALSE, FALSE, sizeof (LineFinding));
  self->aco_lines = g_array_new (FALSE, FALSE, sizeof (AcoLine));
  self->articles = article_pool_new ();
  self->pairs = pair_book_new (row_ids_ref (ids));
  return self;
}

void
charge_book_free (ChargeBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tallies);
  g_ptr_array_unref (self->invoices);
  g_array_unref (self->line_findings);
  g_array_unref (self->aco_lines);
  article_pool_free (self->articles);
  pair_book_free (self->pairs);
  key_table_free (self->keys);
  row_ids_unref (self->ids);
  g_free (self);
}

ChargeTally *
charge_book_join_tally (ChargeBook *self, const RowNumbers *numbers)
{
  guint32 key[KEY_WIDTH];
  Slice texts[KEY_WIDTH];

  for (guint part = 0; part < KEY_WIDTH; part++)
    key[part] = numbers->of[key_kinds[part]];
  const guint number = key_table_add (self->keys, key);

  if (number == self->tallies->len)
    {
      for (guint part = 0; part < KEY_WIDTH; part++)
        texts[part] = slice_of (row_ids_text (self->ids, key_kinds[part], key[part]));
      g_ptr_array_add (self->tallies, charge_tally_new (texts[0], texts[1], texts[2]));
    }
  return g_ptr_array_index (self->tallies, number);
}

/* Customer and invoice stand in one run of cells, whose note knows the tally: it stays where it is
   as long as lines are added. */
static inline ChargeTally *
tally_of_line (ChargeBook *self, const InvoiceLine *line, const RowNumbers *numbers)
{
  const guint32 currency = numbers->of[ROW_ID_CURRENCY];
  ChargeTally *tally = run_notes_folded (line->notes.customer, self->ids, currency);

  if (tally == NULL)
    {
      tally = charge_book_join_tally (self, numbers);
      run_notes_keep_folded (line->notes.customer, self->ids, currency, tally);
    }
  return tally;
}

/* Where the tally of the invoice with this number stands. */
static InvoiceTally **
place_of_invoice (const ChargeBook *self, guint32 invoice)
{
  if (invoice >= self->invoices->len)
    g_ptr_array_set_size (self->invoices, (int) invoice + 1);
  return (InvoiceTally **) &g_ptr_array_index (self->invoices, invoice);
}

InvoiceTally *
charge_book_join_invoice (ChargeBook *self, guint32 invoice, Slice written, Position at)
{
  InvoiceTally **place = place_of_invoice (self, invoice);

  if (*place == NULL)
    *place = invoice_tally_new (written, at);
  return *place;
}

static void
note_line (ChargeBook *self, FindingCode code, const InvoiceLine *line, const ChargeTally *tally,
           Decimal amount)
{
  const LineFinding finding
      = { .code = code,
          .at = line->at,
          .tally = tally,
          .article = article_pool_hold (self->articles, line->product, line->sku),
          .amount = amount };
  g_array_append_val (self->line_findings, finding);
}

/* ACO202 */
static void
test_total (ChargeBook *self, const InvoiceLine *line, const ChargeTally *tally)
{
  if (!line->has_total)
    return;
  const Decimal sum = decimal_add (line->subtotal, line->tax);
  if (!decimal_equal (sum, line->total))
    note_line (self, FINDING_TOTAL_MISMATCH, line, tally, decimal_subtract (line->total, sum));
}

/* ACO206: without a column that tells products apart, "other" proves nothing. */
static gboolean
is_credit_on_ineligible (const InvoiceLine *line)
{
  return line->product_class == PRODUCT_THIRD_PARTY
         || (line->product_class == PRODUCT_OTHER && line->tells_product);
}

static void
add_aco_line (ChargeBook *self, const InvoiceLine *line, const RowNumbers *numbers,
              const ChargeTally *tally)
{
  const Decimal credit = decimal_negate (line->subtotal);
  const AcoLine aco = { .at = line->at,
                        .tally = tally,
                        .article = article_pool_hold (self->articles, line->product, line->sku),
                        .credit = decimal_pack (credit) };

  if (decimal_sign (line->subtotal) > 0)
    note_line (self, FINDING_CREDIT_SIGN, line, tally, line->subtotal);
  if (is_credit_on_ineligible (line))
    note_line (self, FINDING_CREDIT_ON_INELIGIBLE, line, tally, credit);
  pair_book_add_credit (self->pairs, line, numbers, self->aco_lines->len);
  g_array_append_val (self->aco_lines, aco);
}

void
charge_book_add_numbered (ChargeBook *self, const InvoiceLine *line, const RowNumbers *numbers)
{
  Decimal excess;
  const Fit fit = invoice_line_fit (line, &excess);

  g_assert (!slice_is_empty (line->invoice));
  ChargeTally *tally = tally_of_line (self, line, numbers);
  /* All lines of a currency get one text, that of its id. */
  charge_tally_add (
      tally, line,
      row_ids_text (self->ids, ROW_ID_PRICING_CURRENCY, numbers->of[ROW_ID_PRICING_CURRENCY]));
  invoice_tally_add (
      charge_book_join_invoice (self, numbers->of[ROW_ID_INVOICE], line->invoice, line->at), line,
      fit);
  if (fit == FIT_NONE)
    note_line (self, FINDING_SUBTOTAL_MISMATCH, line, tally, excess);
  test_total (self, line, tally);
  if (line->line_class == LINE_CHARGE)
    pair_book_add_charge (self->pairs, line, numbers);
  else if (line->line_class == LINE_ACO_CREDIT)
    add_aco_line (self, line, numbers, tally);
}

void
charge_book_add (ChargeBook *self, const InvoiceLine *line)
{
  const RowNumbers numbers = row_ids_number_line (self->ids, line);

  charge_book_add_numbered (self, line, &numbers);
}

/* Gives every tally of @later its place in @self; those that meet one are added to it. */
static void
merge_tallies (ChargeBook *self, ChargeBook *later)
{
  for (guint i = 0; i < later->tallies->len; i++)
    {
      ChargeTally *from = g_ptr_array_index (later->tallies, i);
      const guint32 *from_key = key_table_key (later->keys, i);
      guint32 key[KEY_WIDTH];

      for (guint part = 0; part < KEY_WIDTH; part++)
        key[part] = row_ids_take (self->ids, later->ids, key_kinds[part], from_key[part]);
      const guint number = key_table_add (self->keys, key);
      if (number == self->tallies->len)
        {
          g_ptr_array_add (self->tallies, from);
          g_ptr_array_index (later->tallies, i) = NULL;
          from->merged_into = from;
          from->last_pricing = NULL; /* it stood among other ids */
          continue;
        }
      from->merged_into = g_ptr_array_index (self->tallies, number);
      charge_tally_merge (from->merged_into, from);
    }
}

static void
merge_invoices (ChargeBook *self, ChargeBook *later)
{
  for (guint i = 0; i < later->invoices->len; i++)
    {
      InvoiceTally *from = g_ptr_array_index (later->invoices, i);

      if (from == NULL)
        continue;
      InvoiceTally **to
          = place_of_invoice (self, row_ids_take (self->ids, later->ids, ROW_ID_INVOICE, i));
      if (*to != NULL)
        {
          invoice_tally_merge (*to, from);
          continue;
        }
      *to = from;
      g_ptr_array_index (later->invoices, i) = NULL;
    }
}

static void
merge_lines (ChargeBook *self, ChargeBook *later)
{
  const guint tag_offset = self->aco_lines->len;

  for (guint i = 0; i < later->line_findings->len; i++)
    {
      LineFinding *finding = &g_array_index (later->line_findings, LineFinding, i);
      finding->tally = finding->tally->merged_into;
    }
  for (guint i = 0; i < later->aco_lines->len; i++)
    {
      AcoLine *line = &g_array_index (later->aco_lines, AcoLine, i);
      line->tally = line->tally->merged_into;
    }
  swap_append_or_take (&self->line_findings, &later->line_findings);
  swap_append_or_take (&self->aco_lines, &later->aco_lines);
  article_pool_absorb (self->articles, later->articles);
  pair_book_merge (self->pairs, later->pairs, tag_offset);
}

void
charge_book_merge (ChargeBook *self, ChargeBook *later)
{
  merge_tallies (self, later);
  merge_invoices (self, later);
  merge_lines (self, later);
  g_ptr_array_set_size (later->tallies, 0);
  g_ptr_array_set_size (later->invoices, 0);
  key_table_remove_all (later->keys);
}

GPtrArray *
charge_book_list (const ChargeBook *self)
{
  g_autofree guint *sorted = row_ids_sorted (self->ids, self->keys, key_kinds, KEY_WIDTH);
  GPtrArray *list = g_ptr_array_sized_new (self->tallies->len);

  for (guint i = 0; i < self->tallies->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (self->tallies, sorted[i]));
  return list;
}

static int
compare_invoices (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const InvoiceTally *const *) a)->invoice,
                 (*(const InvoiceTally *const *) b)->invoice);
}

GPtrArray *
charge_book_invoices (const ChargeBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->invoices->len; i++)
    if (g_ptr_array_index (self->invoices, i) != NULL)
      g_ptr_array_add (list, g_ptr_array_index (self->invoices, i));
  g_ptr_array_sort (list, compare_invoices);
  return list;
}

const InvoiceTally *
charge_book_find_invoice (const ChargeBook *self, const char *invoice)
{
  guint id;

  if (!id_table_find (self->ids->tables[ROW_ID_INVOICE], slice_of (invoice), &id)
      || id >= self->invoices->len)
    return NULL;
  return g_ptr_array_index (self->invoices, id);
}

GArray *
charge_book_line_findings (const ChargeBook *self)
{
  return self->line_findings;
}

GArray *
charge_book_aco_lines (const ChargeBook *self)
{
  return self->aco_lines;
}

PairBook *
charge_book_pair_book (const ChargeBook *self)
{
  return self->pairs;
}

const char *
charge_book_hold_article (ChargeBook *self, Slice article)
{
  return article_pool_hold_text (self->articles, article);
}

static int
compare_first_lines (gconstpointer a, gconstpointer b)
{
  return position_compare ((*(const InvoiceTally *const *) a)->first,
                           (*(const InvoiceTally *const *) b)->first);
}

typedef struct
{
  const ChargeBook *book;
  const GPtrArray *invoices; /* of const InvoiceTally *, in reading order */
  AcoLineFunc func;
  gpointer user_data;
} PairWalk;

static void
walk_pair (guint tag, PairResult result, guint elsewhere, gpointer data)
{
  const PairWalk *walk = data;
  walk->func (&g_array_index (walk->book->aco_lines, AcoLine, tag), result,
              elsewhere != PAIR_NOWHERE ? g_ptr_array_index (walk->invoices, elsewhere) : NULL,
              walk->user_data);
}

/* In reading order. (transfer container) */
static GPtrArray *
list_names (GPtrArray *invoices)
{
  GPtrArray *names = g_ptr_array_new ();

  g_ptr_array_sort (invoices, compare_first_lines);
  for (guint i = 0; i < invoices->len; i++)
    g_ptr_array_add (names, ((InvoiceTally *) g_ptr_array_index (invoices, i))->invoice);
  return names;
}

GArray *
charge_book_keys_elsewhere (const ChargeBook *self)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (self);
  g_autoptr (GPtrArray) names = list_names (invoices);

  return pair_book_keys_elsewhere (self->pairs, names);
}

void
charge_book_pairs (const ChargeBook *self, AcoLineFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (self);
  g_autoptr (GPtrArray) names = list_names (invoices);
  const PairWalk walk = { self, invoices, func, user_data };

  pair_book_resolve (self->pairs, names, walk_pair, (gpointer) (guintptr) &walk);
}
