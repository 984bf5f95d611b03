/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-reader.h"
#include "input/shelf-look.h"
#include "sample-books-file.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* A credit, and the charge that it stands against in another file. */
static const char *const credit_lines[]
    = { "line=2|subtotal=-10|price=1|quantity=10|reason=Azure Credit Offer", NULL };
static const char *const charges[] = { "line=2|subtotal=10|price=1|quantity=10", NULL };
static const char *const pec_charges[]
    = { "line=2|subtotal=10|price=1|quantity=10|adjustment=15% Partner earned credit", NULL };
static const char *const others[] = { "line=2|subtotal=10|price=1|quantity=10|invoice=G2", NULL };

static void
note_pair (const AcoLine *line G_GNUC_UNUSED, PairResult result, const InvoiceTally *elsewhere,
           gpointer text)
{
  g_string_append_printf (text, "%d %s;", (int) result,
                          elsewhere != NULL ? elsewhere->invoice : "-");
}

/* How the credit pairs when these files were folded apart. */
static char *
pair (const char *const *second, const char *const *third)
{
  SampleBooks sample;
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  sample_books_begin (&sample);
  g_autofree char *one
      = sample_books_write (&sample, "1.books", "a.csv", (ShelfHead){ 0 }, credit_lines);
  g_autofree char *two = sample_books_write (&sample, "2.books", "b.csv", (ShelfHead){ 0 }, second);
  g_autofree char *three
      = sample_books_write (&sample, "3.books", "c.csv", (ShelfHead){ 0 }, third);
  const char *const paths[] = { one, two, three, NULL };
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  g_autoptr (Books) books = books_new_kept (&sample_books_key, shelf_options_key ());
  g_autoptr (Rejects) rejects = rejects_new ();
  sample.plan.keeps_rows = FALSE;
  const InputReader reader = { .inputs = inputs, .plan = &sample.plan, .key = &sample_books_key };
  ck_assert (!shelf_set_is_empty (input_set_shelves (inputs)));
  /* The reader asks shelf_look() at its end. */
  ck_assert_msg (input_reader_read (&reader, books, rejects, &error), "%s",
                 error != NULL ? error->message : "");
  charge_book_pairs (books->charges, note_pair, text);
  sample_books_end (&sample);
  return g_string_free (text, FALSE);
}

START_TEST (a_charge_of_the_same_invoice_is_found_on_another_shelf)
{
  g_autofree char *found = pair (charges, others);
  ck_assert_str_eq (found, "1 -;");
}
END_TEST

START_TEST (a_plain_charge_is_taken_before_one_with_pec_wherever_it_lies)
{
  g_autofree char *both = pair (pec_charges, charges);
  g_autofree char *one = pair (pec_charges, others);
  ck_assert_str_eq (both, "1 -;");
  ck_assert_str_eq (one, "2 -;");
}
END_TEST

START_TEST (a_charge_of_another_invoice_is_told)
{
  static const char *const different[] = { "line=2|subtotal=7|price=7|quantity=1", NULL };
  g_autofree char *found = pair (others, different);
  ck_assert_str_eq (found, "0 g2;");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-look");
  TCase *tcase = tcase_create ("shelf-look");

  tcase_add_test (tcase, a_charge_of_the_same_invoice_is_found_on_another_shelf);
  tcase_add_test (tcase, a_plain_charge_is_taken_before_one_with_pec_wherever_it_lies);
  tcase_add_test (tcase, a_charge_of_another_invoice_is_told);
  suite_add_tcase (suite, tcase);
  return suite;
}
