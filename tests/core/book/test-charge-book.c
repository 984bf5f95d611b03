/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/charge-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>

static void
add (ChargeBook *book, const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);

  charge_book_add (book, &line);
}

static void
append_amount (GString *text, Decimal amount)
{
  g_autofree char *number = decimal_to_string (amount, 2);

  g_string_append_printf (text, " %s", number);
}

static void
append_key (GString *text, const ChargeTally *tally)
{
  g_string_append_printf (text, "%s/%s/%s", tally->customer, tally->invoice, tally->currency);
}

/* "CUSTOMER/INVOICE/CURRENCY CHARGES ACO OTHER" of each tally, on a line. */
static void
append_tallies (GString *text, const ChargeBook *book)
{
  g_autoptr (GPtrArray) list = charge_book_list (book);

  for (guint i = 0; i < list->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (list, i);
      append_key (text, tally);
      append_amount (text, decimal_sum_value (&tally->charges));
      append_amount (text, charge_tally_aco_used (tally));
      append_amount (text, charge_tally_other_credits (tally));
      g_string_append_c (text, '\n');
    }
}

static void
append_invoices (GString *text, const ChargeBook *book)
{
  g_autoptr (GPtrArray) list = charge_book_invoices (book);

  for (guint i = 0; i < list->len; i++)
    {
      const InvoiceTally *invoice = g_ptr_array_index (list, i);
      g_string_append_printf (text, "invoice %s %s first@%" G_GUINT64_FORMAT, invoice->invoice,
                              invoice->display, invoice->first.line);
      for (GTreeNode *node = tally_tree_first (invoice->currencies); node;
           node = g_tree_node_next (node))
        {
          const InvoiceCurrency *currency = g_tree_node_value (node);
          g_string_append_printf (text, " %s %" G_GUINT64_FORMAT, currency->currency,
                                  currency->lines);
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_findings (GString *text, const ChargeBook *book)
{
  const GArray *findings = charge_book_line_findings (book);

  for (guint i = 0; i < findings->len; i++)
    {
      const LineFinding *finding = &g_array_index (findings, LineFinding, i);
      g_string_append_printf (text, "%s @%" G_GUINT64_FORMAT " ",
                              finding_info (finding->code)->code, finding->at.line);
      append_key (text, finding->tally);
      append_amount (text, finding->amount);
      g_string_append_c (text, '\n');
    }
}

static void
append_pair (const AcoLine *line, PairResult result, const InvoiceTally *elsewhere, gpointer text)
{
  static const char *const names[] = { "none", "plain", "pec" };

  g_string_append_printf (text, "%s @%" G_GUINT64_FORMAT " ", names[result], line->at.line);
  append_key (text, line->tally);
  append_amount (text, decimal_unpack (line->credit));
  if (elsewhere != NULL)
    g_string_append_printf (text, " on %s", elsewhere->invoice);
  g_string_append_c (text, '\n');
}

typedef void (*Append) (GString *text, const ChargeBook *book);

static void
assert_part (Append append, const ChargeBook *book, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, book);
  ck_assert_str_eq (text->str, expected);
}

static void
append_pairs (GString *text, const ChargeBook *book)
{
  charge_book_pairs (book, append_pair, text);
}

static char *
describe (const ChargeBook *book)
{
  GString *text = g_string_new (NULL);

  append_tallies (text, book);
  append_invoices (text, book);
  append_findings (text, book);
  append_pairs (text, book);
  return g_string_free (text, FALSE);
}

#define ACO "type=customerCredit|reason=Azure Credit Offer"
#define PEC "adjustment=15% Partner earned credit"

/* Tallies and invoices */

START_TEST (lines_are_folded_by_customer_invoice_and_currency)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, "line=2|customer=c2|invoice=G2|subtotal=1");
  add (book, "line=3|customer=c1|invoice=G2|subtotal=2");
  add (book, "line=4|customer=C1|invoice=g2|currency=usd|subtotal=3");
  add (book, "line=5|customer=c1|invoice=G1|subtotal=4");
  add (book, "line=6|customer=c1|invoice=G2|currency=EUR|subtotal=5");
  add (book, "line=7|customer=c1|invoice=G2|subtotal=-6|" ACO);
  add (book, "line=8|customer=c1|invoice=G2|subtotal=-7|type=customerCredit");
  assert_part (append_tallies, book,
               "c1/g1/USD 4.00 0.00 0.00\n"
               "c1/g2/EUR 5.00 0.00 0.00\n"
               "c1/g2/USD 5.00 6.00 7.00\n"
               "c2/g2/USD 1.00 0.00 0.00\n");
  charge_book_free (NULL);
}
END_TEST

START_TEST (invoices_are_sorted_and_shown_as_first_read)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, "line=2|customer=c2|invoice=g2");
  add (book, "line=3|customer=c1|invoice=G10");
  add (book, "line=4|customer=c1|invoice=G2|currency=EUR");
  add (book, "line=5|customer=c1|invoice=g1");
  add (book, "line=6|customer=c1|invoice=G2");
  assert_part (append_invoices, book,
               "invoice g1 g1 first@5 USD 1\n"
               "invoice g10 G10 first@3 USD 1\n"
               "invoice g2 g2 first@2 EUR 1 USD 2\n");
}
END_TEST

START_TEST (the_fit_of_every_line_is_counted)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, "price=1|quantity=1|subtotal=1");
  add (book, "price=1|quantity=1|subtotal=1.01");
  add (book, "subtotal=1");
  add (book, "price=-1|quantity=1|subtotal=-2|" ACO);
  g_autoptr (GPtrArray) list = charge_book_invoices (book);
  const InvoiceTally *invoice = g_ptr_array_index (list, 0);
  const InvoiceCurrency *first = g_tree_node_value (tally_tree_first (invoice->currencies));
  const guint64 *fits = first->fits;
  ck_assert_uint_eq (fits[FIT_USAGE], 1);
  ck_assert_uint_eq (fits[FIT_NEAR], 1);
  ck_assert_uint_eq (fits[FIT_NOT_TESTED], 1);
  ck_assert_uint_eq (fits[FIT_NONE], 1);
}
END_TEST

START_TEST (an_estimate_has_no_place_here)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, "invoice=");
}
END_TEST

/* Findings on lines */

static const struct
{
  const char *fields;
  const char *findings;
} findings[] = {
  { "price=1|quantity=1|subtotal=1|total=1", "" },
  /* ACO201 */
  { "price=1|quantity=1|subtotal=1.02", "ACO201 @2 c1/g1/USD 0.02\n" },
  { "price=1|quantity=1|subtotal=0.5|" PEC, "ACO201 @2 c1/g1/USD -0.50\n" },
  { "price=1|quantity=1|subtotal=1.01", "" },
  { "subtotal=1.02", "" },
  /* ACO202 */
  { "subtotal=1|tax=0.19|total=1.19", "" },
  { "subtotal=1|tax=0.19|total=1.190", "" },
  { "subtotal=1|tax=0.19|total=1.2", "ACO202 @2 c1/g1/USD 0.01\n" },
  { "subtotal=1|tax=0.19|total=1.1899", "ACO202 @2 c1/g1/USD -0.0001\n" },
  { "subtotal=1|tax=0.19|total=0", "ACO202 @2 c1/g1/USD -1.19\n" },
  { "subtotal=1|tax=0.19", "" },
  { "subtotal=-5|total=-4|" ACO, "ACO202 @2 c1/g1/USD 1.00\n" },
  { "subtotal=-5|total=-4|type=customerCredit", "ACO202 @2 c1/g1/USD 1.00\n" },
  /* ACO203: of ACO credits only */
  { "subtotal=5|" ACO, "ACO203 @2 c1/g1/USD 5.00\n" },
  { "subtotal=0|" ACO, "" },
  { "subtotal=-5|" ACO, "" },
  { "subtotal=5|type=customerCredit", "" },
  /* ACO206 */
  { "subtotal=-5|publisher=Red Hat|" ACO, "ACO206 @2 c1/g1/USD 5.00\n" },
  { "subtotal=-5|publisher=Red Hat|tells-product=no|" ACO, "ACO206 @2 c1/g1/USD 5.00\n" },
  { "subtotal=-5|subscription=|" ACO, "ACO206 @2 c1/g1/USD 5.00\n" },
  { "subtotal=-5|sku-name=Support|" ACO, "ACO206 @2 c1/g1/USD 5.00\n" },
  { "subtotal=-5|subscription=|tells-product=no|" ACO, "" },
  { "subtotal=-5|reservation=r|" ACO, "" },
  { "subtotal=-5|publisher=Red Hat|type=customerCredit", "" },
  { "subtotal=5|publisher=Red Hat", "" },
  /* all at once */
  { "price=1|quantity=1|subtotal=3|total=4|publisher=Red Hat|" ACO,
    "ACO201 @2 c1/g1/USD 2.00\nACO202 @2 c1/g1/USD 1.00\nACO203 @2 c1/g1/USD 3.00\n"
    "ACO206 @2 c1/g1/USD -3.00\n" },
};

START_TEST (a_line_is_noted_where_a_finding_points_at_it)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, findings[_i].fields);
  assert_part (append_findings, book, findings[_i].findings);
}
END_TEST

START_TEST (a_finding_stands_with_the_tally_of_its_line)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, "line=2|customer=c2|subtotal=1|total=2");
  add (book, "line=3|customer=c1|subtotal=1|total=3");
  add (book, "line=4|customer=C2|currency=EUR|subtotal=1|total=4");
  add (book, "line=5|customer=c2|invoice=G0|subtotal=1|total=5");
  add (book, "line=6|customer=c2|subtotal=1|total=6");
  assert_part (append_findings, book,
               "ACO202 @2 c2/g1/USD 1.00\n"
               "ACO202 @3 c1/g1/USD 2.00\n"
               "ACO202 @4 c2/g1/EUR 3.00\n"
               "ACO202 @5 c2/g0/USD 4.00\n"
               "ACO202 @6 c2/g1/USD 5.00\n");
}
END_TEST

/* Pairs */

#define SAME "price=1|quantity=1"

START_TEST (aco_credits_pair_with_charges_and_nothing_else_does)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());

  add (book, "line=2|subtotal=-1|" SAME "|" ACO);
  add (book, "line=3|subtotal=1|" SAME "|" PEC);
  add (book, "line=4|subtotal=-1|" SAME "|type=customerCredit");
  add (book, "line=5|subtotal=-2|customer=c2|" SAME "|" ACO);
  add (book, "line=6|subtotal=1|" SAME "|subscription=");
  add (book, "line=7|subtotal=-3|" SAME "|" ACO);
  add (book, "line=8|subtotal=-4|" SAME "|" ACO);
  add (book, "line=9|subtotal=-5|" ACO);
  assert_part (append_pairs, book,
               "plain @2 c1/g1/USD 1.00\n"
               "none @5 c2/g1/USD 2.00\n"
               "pec @7 c1/g1/USD 3.00\n"
               "none @8 c1/g1/USD 4.00\n"
               "none @9 c1/g1/USD 5.00\n");
}
END_TEST

/* Merging: charges, both credits, findings and pairs across every border. */

static const char *const lines[] = {
  "line=2|customer=c2|invoice=g1|subtotal=-1|" SAME "|" ACO,
  "line=3|customer=c1|invoice=G1|subtotal=1|total=2|" SAME "|" PEC,
  "line=4|customer=C2|invoice=G2|subtotal=5|" SAME,
  "line=5|customer=c1|invoice=G1|subtotal=-1|" SAME "|" ACO,
  "line=6|customer=c2|invoice=G1|currency=EUR|subtotal=1|" SAME,
  "line=7|customer=c3|invoice=G3|subtotal=4|publisher=Red Hat|" ACO,
  "line=8|customer=c1|invoice=G1|subtotal=-1|" SAME "|" ACO,
  "line=9|customer=c2|invoice=G2|subtotal=-8|type=customerCredit",
  "line=10|customer=c1|invoice=g1|subtotal=1|" SAME,
  "line=11|customer=c2|invoice=G2|subtotal=-1|total=3|" SAME "|" ACO,
};

static ChargeBook *
book_of_lines (guint from, guint to)
{
  ChargeBook *book = charge_book_new (build_ids ());

  for (guint i = from; i < to; i++)
    add (book, lines[i]);
  return book;
}

#define WHOLE \
  "c1/g1/USD 2.00 2.00 0.00\n" \
  "c2/g1/EUR 1.00 0.00 0.00\n" \
  "c2/g1/USD 0.00 1.00 0.00\n" \
  "c2/g2/USD 5.00 1.00 8.00\n" \
  "c3/g3/USD 0.00 -4.00 0.00\n" \
  "invoice g1 g1 first@2 EUR 1 USD 5\n" \
  "invoice g2 G2 first@4 USD 3\n" \
  "invoice g3 G3 first@7 USD 1\n" \
  "ACO201 @2 c2/g1/USD -2.00\n" \
  "ACO202 @3 c1/g1/USD 1.00\n" \
  "ACO201 @4 c2/g2/USD 4.00\n" \
  "ACO201 @5 c1/g1/USD -2.00\n" \
  "ACO203 @7 c3/g3/USD 4.00\n" \
  "ACO206 @7 c3/g3/USD -4.00\n" \
  "ACO201 @8 c1/g1/USD -2.00\n" \
  "ACO201 @11 c2/g2/USD -2.00\n" \
  "ACO202 @11 c2/g2/USD 4.00\n" \
  "plain @2 c2/g1/USD 1.00\n" \
  "plain @5 c1/g1/USD 1.00\n" \
  "none @7 c3/g3/USD -4.00\n" \
  "pec @8 c1/g1/USD 1.00\n" \
  "plain @11 c2/g2/USD 1.00\n"

static void
assert_whole (const ChargeBook *book)
{
  g_autofree char *text = describe (book);

  ck_assert_str_eq (text, WHOLE);
}

START_TEST (however_the_lines_are_cut_the_book_is_the_same)
{
  const guint count = G_N_ELEMENTS (lines), first = (guint) _i;

  for (guint second = first; second <= count; second++)
    {
      g_autoptr (ChargeBook) a = book_of_lines (0, first);
      g_autoptr (ChargeBook) b = book_of_lines (first, second);
      g_autoptr (ChargeBook) c = book_of_lines (second, count);
      g_autoptr (ChargeBook) d = book_of_lines (first, second);
      g_autoptr (ChargeBook) e = book_of_lines (second, count);
      g_autoptr (ChargeBook) f = book_of_lines (0, first);

      charge_book_merge (a, b);
      charge_book_merge (a, c);
      assert_whole (a);
      charge_book_merge (d, e);
      charge_book_merge (f, d);
      assert_whole (f);
    }
}
END_TEST

START_TEST (a_book_that_was_merged_is_empty_and_can_be_used_again)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());
  g_autoptr (ChargeBook) later = charge_book_new (build_ids ());

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *emptied = describe (later);
      ck_assert_str_eq (emptied, "");
      add (i % 3 == 0 ? book : later, lines[i]);
      charge_book_merge (book, later);
    }
  assert_whole (book);
}
END_TEST

/* The invoice that was read first is preferred, whatever its number. */
START_TEST (a_credit_without_a_pair_is_told_the_first_invoice_with_a_free_charge)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());
  g_autoptr (ChargeBook) later = charge_book_new (build_ids ());
  g_autoptr (GString) text = g_string_new (NULL);

  add (later, "invoice=G1 | price=1 | quantity=1 | line=9");
  add (book, "invoice=G7 | price=1 | quantity=1 | line=4");
  add (book, "invoice=G8 | price=1 | quantity=1 | line=3");
  add (book, "invoice=G9 | price=1 | quantity=1 | line=5 | subtotal=-5 | " ACO);
  charge_book_merge (book, later);
  append_pairs (text, book);
  ck_assert_str_eq (text->str, "none @5 c1/g9/USD 5.00 on g8\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("charge-book");
  TCase *fold = tcase_create ("fold");
  TCase *merge = tcase_create ("merge");

  tcase_add_test (fold, lines_are_folded_by_customer_invoice_and_currency);
  tcase_add_test (fold, invoices_are_sorted_and_shown_as_first_read);
  tcase_add_test (fold, the_fit_of_every_line_is_counted);
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") != 0) /* or the abort would end all tests */
    tcase_add_test_raise_signal (fold, an_estimate_has_no_place_here, SIGABRT);
  tcase_add_loop_test (fold, a_line_is_noted_where_a_finding_points_at_it, 0,
                       G_N_ELEMENTS (findings));
  tcase_add_test (fold, a_finding_stands_with_the_tally_of_its_line);
  tcase_add_test (fold, aco_credits_pair_with_charges_and_nothing_else_does);
  tcase_add_test (merge, a_credit_without_a_pair_is_told_the_first_invoice_with_a_free_charge);
  tcase_add_loop_test (merge, however_the_lines_are_cut_the_book_is_the_same, 0,
                       G_N_ELEMENTS (lines) + 1);
  tcase_add_test (merge, a_book_that_was_merged_is_empty_and_can_be_used_again);
  suite_add_tcase (suite, fold);
  suite_add_tcase (suite, merge);
  return suite;
}
