/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/reversals.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define LINE "reason=Azure Credit Offer | product=p1 | price=6 | quantity=100 | "
#define CREDIT LINE "subtotal=-600 | "
#define CHARGE LINE "subtotal=600 | "

static void
add (ChargeBook *book, const char *fields, guint64 position)
{
  InvoiceLine line = build_invoice_line (fields);

  line.at = (Position){ .file = 1, .line = position };
  charge_book_add (book, &line);
}

/* Lines stand on lines 1, 2 and so on; @expected: "CHARGE>CREDIT " of each line that charges. */
typedef struct
{
  const char *lines[6];
  const char *expected;
} ReversalCase;

static const ReversalCase cases[] = {
  { { CREDIT, CHARGE }, "2>1 " },
  { { CREDIT "invoice=G1", CHARGE "invoice=G2" }, "2>1 " },
  { { CHARGE, CREDIT }, "1>2 " }, /* whichever was read first */
  { { CHARGE }, "1>0 " },
  { { CREDIT, CREDIT }, "" },
  /* the amount to the last digit, in one currency */
  { { CREDIT, LINE "subtotal=600.00" }, "2>1 " },
  { { CREDIT, LINE "subtotal=599.999" }, "2>0 " },
  { { CREDIT, CHARGE "currency=EUR" }, "2>0 " },
  { { CREDIT "currency=usd", CHARGE "currency=USD" }, "2>1 " },
  /* all that a pair shares but the invoice */
  { { CREDIT, CHARGE "customer=c2" }, "2>0 " },
  { { CREDIT, CHARGE "product=p2" }, "2>0 " },
  { { CREDIT, CHARGE "sku=s2" }, "2>0 " },
  { { CREDIT, CHARGE "availability=v2" }, "2>0 " },
  { { CREDIT, CHARGE "order=2026-10-06" }, "2>0 " },
  { { CREDIT, CHARGE "price=6.01" }, "2>0 " },
  { { CREDIT, CHARGE "quantity=101" }, "2>0 " },
  { { CREDIT, CHARGE "quantity=-100.0 | price=-6 | customer=C1" }, "2>1 " },
  { { "reason=Azure Credit Offer | subtotal=-600", "reason=Azure Credit Offer | subtotal=600" },
    "" },
  /* a charge takes back nothing, nor is it taken back, nor is another credit */
  { { CREDIT, "product=p1 | price=6 | quantity=100 | subtotal=600" }, "" },
  { { CREDIT "type=customerCredit | reason=SLA", CHARGE }, "2>0 " },
  /* each credit is told once, the earliest first */
  { { CREDIT, CREDIT, CHARGE, CHARGE, CHARGE }, "3>1 4>2 5>0 " },
  { { CHARGE, CREDIT, CHARGE, CREDIT, CREDIT }, "1>2 3>4 " },
  { { CREDIT, LINE "subtotal=-50", LINE "subtotal=50", CHARGE }, "3>2 4>1 " },
  { { CREDIT "customer=c2", CREDIT, CHARGE, CHARGE "customer=c2" }, "3>2 4>1 " },
};

START_TEST (a_line_takes_back_the_credit_that_is_its_opposite)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; cases[_i].lines[i] != NULL; i++)
    add (book, cases[_i].lines[i], i + 1);
  g_autoptr (Reversals) reversals = reversals_new (book);
  for (guint i = 0; cases[_i].lines[i] != NULL; i++)
    {
      const InvoiceLine line = build_invoice_line (cases[_i].lines[i]);
      const Position credit = reversals_find (reversals, (Position){ .file = 1, .line = i + 1 });

      if (line.line_class == LINE_ACO_CREDIT && line.has_price && decimal_sign (line.subtotal) > 0)
        g_string_append_printf (text, "%u>%" G_GUINT64_FORMAT " ", i + 1, credit.line);
      else
        ck_assert (!position_is_set (credit));
    }
  ck_assert_str_eq (text->str, cases[_i].expected);
  reversals_free (NULL);
}
END_TEST

START_TEST (books_that_were_merged_take_back_across_their_border)
{
  g_autoptr (ChargeBook) book = charge_book_new (build_ids ());
  g_autoptr (ChargeBook) later = charge_book_new (build_ids ());

  add (book, CREDIT "invoice=G1", 1);
  add (book, "subtotal=3 | invoice=G3", 2);
  add (later, CREDIT "invoice=G2", 3);
  add (later, CHARGE "invoice=G3", 4);
  add (later, CHARGE "invoice=G4", 5);
  charge_book_merge (book, later);
  g_autoptr (Reversals) reversals = reversals_new (book);
  ck_assert_uint_eq (reversals_find (reversals, (Position){ 1, 4 }).line, 1);
  ck_assert_uint_eq (reversals_find (reversals, (Position){ 1, 5 }).line, 3);
  ck_assert_uint_eq (reversals_find (reversals, (Position){ 2, 4 }).line, 0);
}
END_TEST

/* Many keys, so that they are really told apart, and in the order of none of them. */
START_TEST (many_lines_find_each_other_under_any_key)
{
  const HashKey some_key = { (guint64) _i * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), (guint64) _i };
  g_autoptr (ChargeBook) book = charge_book_new (row_ids_new (&some_key));
  const guint count = 500;

  for (guint i = 0; i < 2 * count; i++)
    {
      const guint product = i < count ? i : 2 * count - 1 - i;
      g_autofree char *fields
          = g_strdup_printf (LINE "product=p%u | subtotal=%s600", product, i < count ? "-" : "");
      add (book, fields, i + 1);
    }
  g_autoptr (Reversals) reversals = reversals_new (book);
  for (guint i = count; i < 2 * count; i++)
    ck_assert_uint_eq (reversals_find (reversals, (Position){ 1, i + 1 }).line, 2 * count - i);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reversals");
  TCase *found = tcase_create ("found");

  tcase_add_loop_test (found, a_line_takes_back_the_credit_that_is_its_opposite, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (found, books_that_were_merged_take_back_across_their_border);
  tcase_add_loop_test (found, many_lines_find_each_other_under_any_key, 0, 3);
  suite_add_tcase (suite, found);
  return suite;
}
