/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/charge-book.h"

#include <string.h>

#include "base/swap.h"
#include "base/tally-cache.h"
#include "core/book/article-pool.h"

/* Trees, not hash tables: they cannot be flooded with colliding names and are sorted already. */
struct ChargeBook
{
  GTree *tallies;  /* ChargeTally * -> itself */
  GTree *invoices; /* InvoiceTally * -> itself */
  GArray *line_findings;
  GArray *aco_lines;
  ArticlePool *articles;   /* of both */
  PairBook *pairs;         /* tags are indexes into aco_lines */
  TallyCache cache;        /* of tallies */
  ChargeTally *last_tally; /* those of the line before: files are mostly grouped */
  InvoiceTally *last_invoice;
};

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const ChargeTally *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = strcmp (x->invoice, y->invoice);
  return order != 0 ? order : strcmp (x->currency, y->currency);
}

static int
compare_invoices (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const InvoiceTally *) a)->invoice, ((const InvoiceTally *) b)->invoice);
}

/* For g_tree_search(): where the wanted line stands, seen from a tally. */
static int
compare_line_with_tally (gconstpointer tally_data, gconstpointer line_data)
{
  const ChargeTally *tally = tally_data;
  const InvoiceLine *line = line_data;
  int order = slice_compare_lowered (line->customer, tally->customer);

  if (order == 0)
    order = slice_compare_lowered (line->invoice, tally->invoice);
  return order != 0 ? order : slice_compare_raised (line->currency, tally->currency);
}

static int
compare_line_with_invoice (gconstpointer tally, gconstpointer line)
{
  return slice_compare_lowered (((const InvoiceLine *) line)->invoice,
                                ((const InvoiceTally *) tally)->invoice);
}

ChargeBook *
charge_book_new (const HashKey *pair_key)
{
  ChargeBook *self = g_new0 (ChargeBook, 1);

  self->tallies = g_tree_new_full (compare_tallies, NULL, charge_tally_free, NULL);
  self->invoices = g_tree_new_full (compare_invoices, NULL, invoice_tally_free, NULL);
  self->line_findings = g_array_new (FALSE, FALSE, sizeof (LineFinding));
  self->aco_lines = g_array_new (FALSE, FALSE, sizeof (AcoLine));
  self->articles = article_pool_new ();
  self->pairs = pair_book_new (pair_key);
  return self;
}

void
charge_book_free (ChargeBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->tallies);
  tally_cache_clear (&self->cache);
  g_tree_unref (self->invoices);
  g_array_unref (self->line_findings);
  g_array_unref (self->aco_lines);
  article_pool_free (self->articles);
  pair_book_free (self->pairs);
  g_free (self);
}

static gboolean
is_tally_of_line (gconstpointer tally_data, gconstpointer line_data)
{
  const ChargeTally *tally = tally_data;
  const InvoiceLine *line = line_data;

  return slice_equals_folded (line->customer, tally->customer)
         && slice_equals_folded (line->invoice, tally->invoice)
         && slice_compare_raised (line->currency, tally->currency) == 0;
}

static guint64
hash_of_line (const InvoiceLine *line)
{
  guint64 hash = tally_cache_mix_text (0, line->customer);

  hash = tally_cache_mix_text (hash, line->invoice);
  return tally_cache_mix_text (hash, line->currency);
}

static ChargeTally *
tally_of_line (ChargeBook *self, const InvoiceLine *line)
{
  static const TallyMatch match = { is_tally_of_line, compare_line_with_tally };
  const guint64 hash = hash_of_line (line);
  ChargeTally *tally = tally_cache_find (&self->cache, hash, self->tallies, &match, line);

  if (tally == NULL)
    {
      tally = charge_tally_new (line->customer, line->invoice, line->currency);
      g_tree_insert (self->tallies, tally, tally);
      tally_cache_note_new (&self->cache, hash, tally);
    }
  return self->last_tally = tally;
}

static InvoiceTally *
invoice_of_line (ChargeBook *self, const InvoiceLine *line)
{
  InvoiceTally *invoice = self->last_invoice;

  if (invoice != NULL && slice_equals_folded (line->invoice, invoice->invoice))
    return invoice;
  invoice = g_tree_search (self->invoices, compare_line_with_invoice, line);
  if (invoice == NULL)
    {
      invoice = invoice_tally_new (line->invoice, line->at);
      g_tree_insert (self->invoices, invoice, invoice);
    }
  return self->last_invoice = invoice;
}

static void
note_line (ChargeBook *self, FindingCode code, const InvoiceLine *line, Decimal amount)
{
  const LineFinding finding
      = { .code = code,
          .at = line->at,
          .tally = self->last_tally,
          .article = article_pool_hold (self->articles, line->product, line->sku),
          .amount = amount };
  g_array_append_val (self->line_findings, finding);
}

/* ACO202 */
static void
test_total (ChargeBook *self, const InvoiceLine *line)
{
  if (!line->has_total)
    return;
  const Decimal sum = decimal_add (line->subtotal, line->tax);
  if (!decimal_equal (sum, line->total))
    note_line (self, FINDING_TOTAL_MISMATCH, line, decimal_subtract (line->total, sum));
}

/* ACO206: without a column that tells products apart, "other" proves nothing. */
static gboolean
is_credit_on_ineligible (const InvoiceLine *line)
{
  return line->product_class == PRODUCT_THIRD_PARTY
         || (line->product_class == PRODUCT_OTHER && line->tells_product);
}

static void
add_aco_line (ChargeBook *self, const InvoiceLine *line)
{
  const Decimal credit = decimal_negate (line->subtotal);
  const AcoLine aco = { .at = line->at,
                        .tally = self->last_tally,
                        .article = article_pool_hold (self->articles, line->product, line->sku),
                        .credit = decimal_pack (credit) };

  if (decimal_sign (line->subtotal) > 0)
    note_line (self, FINDING_CREDIT_SIGN, line, line->subtotal);
  if (is_credit_on_ineligible (line))
    note_line (self, FINDING_CREDIT_ON_INELIGIBLE, line, credit);
  pair_book_add_credit (self->pairs, line, self->aco_lines->len);
  g_array_append_val (self->aco_lines, aco);
}

void
charge_book_add (ChargeBook *self, const InvoiceLine *line)
{
  Decimal excess;
  const Fit fit = invoice_line_fit (line, &excess);

  g_assert (!slice_is_empty (line->invoice));
  charge_tally_add (tally_of_line (self, line), line);
  invoice_tally_add (invoice_of_line (self, line), line, fit);
  if (fit == FIT_NONE)
    note_line (self, FINDING_SUBTOTAL_MISMATCH, line, excess);
  test_total (self, line);
  if (line->line_class == LINE_CHARGE)
    pair_book_add_charge (self->pairs, line);
  else if (line->line_class == LINE_ACO_CREDIT)
    add_aco_line (self, line);
}

/* Gives every tally of @later its place in @self; those that meet one are added to it. */
static void
merge_tallies (ChargeBook *self, ChargeBook *later)
{
  for (GTreeNode *node = g_tree_node_first (later->tallies); node != NULL;
       node = g_tree_node_next (node))
    {
      ChargeTally *from = g_tree_node_value (node);
      ChargeTally *to = g_tree_lookup (self->tallies, from);

      if (to == NULL)
        {
          to = charge_tally_new (slice_of (from->customer), slice_of (from->invoice),
                                 slice_of (from->currency));
          g_tree_insert (self->tallies, to, to);
        }
      charge_tally_merge (to, from);
      from->merged_into = to;
    }
}

static void
merge_invoices (ChargeBook *self, ChargeBook *later)
{
  for (GTreeNode *node = g_tree_node_first (later->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const InvoiceTally *from = g_tree_node_value (node);
      InvoiceTally *to = g_tree_lookup (self->invoices, from);

      if (to == NULL)
        {
          to = invoice_tally_new (slice_of (from->display), from->first);
          g_tree_insert (self->invoices, to, to);
        }
      invoice_tally_merge (to, from);
    }
}

/* The usual case of one large file makes no second copy of its lines. */
static void
append_or_take (GArray **array, GArray **later)
{
  if ((*array)->len == 0)
    {
      GArray *empty = *array;
      *array = *later;
      *later = empty;
    }
  else
    g_array_append_vals (*array, (*later)->data, (*later)->len);
  g_array_set_size (*later, 0);
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
  append_or_take (&self->line_findings, &later->line_findings);
  append_or_take (&self->aco_lines, &later->aco_lines);
  article_pool_absorb (self->articles, later->articles);
  pair_book_merge (self->pairs, later->pairs, tag_offset);
}

void
charge_book_merge (ChargeBook *self, ChargeBook *later)
{
  if (g_tree_nnodes (self->tallies) == 0) /* as usual: no second copy is made */
    {
      swap_structs (self, later, sizeof *self);
      return;
    }
  merge_tallies (self, later);
  merge_invoices (self, later);
  merge_lines (self, later);
  g_tree_remove_all (later->tallies);
  tally_cache_clear (&later->cache);
  g_tree_remove_all (later->invoices);
  self->last_tally = later->last_tally = NULL;
  self->last_invoice = later->last_invoice = NULL;
}

static GPtrArray *
list_tree (GTree *tree)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (tree); node != NULL; node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}

GPtrArray *
charge_book_list (const ChargeBook *self)
{
  return list_tree (self->tallies);
}

GPtrArray *
charge_book_invoices (const ChargeBook *self)
{
  return list_tree (self->invoices);
}

const InvoiceTally *
charge_book_find_invoice (const ChargeBook *self, const char *invoice)
{
  const InvoiceLine probe = { .invoice = slice_of (invoice) };
  return g_tree_search (self->invoices, compare_line_with_invoice, &probe);
}

const GArray *
charge_book_line_findings (const ChargeBook *self)
{
  return self->line_findings;
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

void
charge_book_pairs (const ChargeBook *self, AcoLineFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  PairWalk walk = { .book = self, .invoices = invoices, .func = func, .user_data = user_data };

  g_ptr_array_sort (invoices, compare_first_lines);
  for (guint i = 0; i < invoices->len; i++)
    g_ptr_array_add (names, ((InvoiceTally *) g_ptr_array_index (invoices, i))->invoice);
  pair_book_resolve (self->pairs, names, walk_pair, &walk);
}

typedef struct
{
  const ChargeBook *book;
  AcoKeyFunc func;
  gpointer user_data;
} KeyWalk;

static void
walk_key (guint tag, const Hash128 *key, gpointer data)
{
  const KeyWalk *walk = data;
  walk->func (&g_array_index (walk->book->aco_lines, AcoLine, tag), key, walk->user_data);
}

void
charge_book_credit_keys (const ChargeBook *self, AcoKeyFunc func, gpointer user_data)
{
  KeyWalk walk = { .book = self, .func = func, .user_data = user_data };
  pair_book_credit_keys (self->pairs, walk_key, &walk);
}
