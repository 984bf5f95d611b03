/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/books.h"
#include "output/text/pec-text.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HashKey key = { 7, 8 };
static const TextStyle plain = { .width = 80 };

/* No invoice was read: rows belong to the month of their day. */
static Books *books;
static InvoiceMonths *months;
static PecBook *book;

static void
start (void)
{
  const ReckonPlan plan = reckon_plan_default ();

  books = build_books ();
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  book = pec_book_new (&key, months, FALSE);
}

static void
finish (void)
{
  pec_book_free (book);
  invoice_months_free (months);
  books_free (books);
}

static void
add_usage (const char *fields, UsageTexts texts)
{
  UsageRow row = build_usage_row (fields);

  row.texts = texts;
  pec_book_add_usage (book, &row);
}

static void
add_plain (const char *fields)
{
  add_usage (fields, (UsageTexts){ 0 });
}

/* (transfer full) */
static char *
render (const TextStyle *style, gboolean complete)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (PecReport) report = pec_report_new (book, books->names, &plan, complete);
  GString *out = g_string_new (NULL);

  pec_text_render (report, complete ? "" : "INCOMPLETE: 1 row was set aside. ", style, out);
  return g_string_free (out, FALSE);
}

START_TEST (without_rows_there_is_one_sentence)
{
  g_autofree char *text = render (&plain, TRUE);

  ck_assert_str_eq (text, "No billed usage or invoice lines were read.\n");
}
END_TEST

START_TEST (the_report_names_what_earned_and_why_the_rest_did_not)
{
  name_book_add (books->names, slice_of ("c1"), slice_of ("Contoso"));
  add_plain ("total=17 | pec=15");
  add_plain ("total=60 | credit-type=Azure Credit Applied");
  add_plain ("total=5");
  add_plain ("total=8.5 | pec=15 | customer=c2 | currency=EUR | day=2026-11-01");
  add_usage ("total=7", (UsageTexts){ .publisher = slice_of ("Canonical") });
  add_usage ("total=0.25", (UsageTexts){ .meter_name = slice_of ("D4 Spot") });
  add_usage ("total=1", (UsageTexts){ .benefit_type = slice_of ("SavingsPlan") });
  add_usage ("total=2", (UsageTexts){ .benefit_type = slice_of ("Reservation") });
  g_autofree char *text = render (&plain, TRUE);

  char *tables = strstr (text, "\n\n");

  ck_assert_ptr_nonnull (tables);
  *tables = '\0';
  (void) g_strdelimit (text, "\n", ' ');
  ck_assert_str_eq (text,
                    "Partner Earned Credit: 1.50 EUR and 3.00 USD earned; nothing explains why "
                    "0.00 EUR and 5.00 USD of usage earned none.");
  ck_assert_str_eq (tables + 2,
                    "PARTNER EARNED CREDIT (daily-usage)\n"
                    "Customer  Month    Cur  Net value  List value  PEC earned\n"
                    "Contoso   2026-10  USD      17.00       20.00        3.00\n"
                    "c2        2026-11  EUR       8.50       10.00        1.50\n"
                    "\n"
                    "USAGE THAT EARNED NONE, AND WHY\n"
                    "Customer  Month    Cur    ACO  3rd party  Spot  Commitment  No reason\n"
                    "Contoso   2026-10  USD  60.00       7.00  0.25        3.00       5.00\n"
                    "c2        2026-11  EUR   0.00       0.00  0.00        0.00       0.00\n");
}
END_TEST

START_TEST (an_incomplete_report_says_so)
{
  add_plain ("total=17 | pec=15");
  g_autofree char *text = render (&plain, FALSE);

  ck_assert (
      g_str_has_prefix (text, "INCOMPLETE: 1 row was set aside. Partner Earned Credit: 3.00 USD"));
}
END_TEST

START_TEST (lost_days_are_listed)
{
  const UsageTexts resource = { .resource = slice_of ("/subscriptions/s1/vm-1") };

  add_usage ("total=1.7 | pec=15 | day=2026-10-01", resource);
  add_usage ("total=2 | day=2026-10-03", resource);
  add_usage ("total=4 | day=2026-10-02", resource);
  g_autofree char *text = render (&plain, TRUE);
  const char *lost = strstr (text, "\nDAYS WITHOUT");

  ck_assert_ptr_nonnull (lost);
  ck_assert_str_eq (lost, "\n"
                          "DAYS WITHOUT THE CREDIT, OF RESOURCES THAT HAD IT (USD)\n"
                          "Customer  Day         Value  Resource\n"
                          "c1        2026-10-02   4.00  /subscriptions/s1/vm-1\n"
                          "c1        2026-10-03   2.00  /subscriptions/s1/vm-1\n");
}
END_TEST

/* By as much of their ids as tells them apart, in every table. */
START_TEST (namesakes_are_told_apart)
{
  const UsageTexts resource = { .resource = slice_of ("vm-1") };

  name_book_add (books->names, slice_of ("1111aaaa-01"), slice_of ("Contoso"));
  name_book_add (books->names, slice_of ("1111aaaa-02"), slice_of ("Contoso"));
  add_usage ("total=1.7 | pec=15 | customer=1111aaaa-01 | day=2026-10-01", resource);
  add_usage ("total=2 | customer=1111aaaa-01 | day=2026-10-03", resource);
  add_plain ("total=5 | customer=1111aaaa-02");
  g_autofree char *text = render (&plain, TRUE);

  ck_assert_ptr_nonnull (strstr (text, "\nContoso (1111aaaa-01)  0"));
  ck_assert_ptr_nonnull (strstr (text, "\nContoso (1111aaaa-02)  0"));
  ck_assert_ptr_nonnull (strstr (text, "\nContoso (1111aaaa-01)  2026-10-03"));
}
END_TEST

START_TEST (the_end_of_a_long_resource_is_kept)
{
  g_autofree char *name = g_strconcat ("/subscriptions/", "0123456789/0123456789/0123456789/",
                                       "0123456789/0123456789/the-machine", NULL);
  const UsageTexts resource = { .resource = slice_of (name) };
  const TextStyle narrow = { .width = 60 };

  add_usage ("total=1.7 | pec=15 | day=2026-10-01", resource);
  add_usage ("total=2 | day=2026-10-03", resource);
  g_autofree char *text = render (&narrow, TRUE);

  ck_assert_ptr_null (strstr (text, name));
  ck_assert_ptr_nonnull (strstr (text, "the-machine\n"));
}
END_TEST

/* 45 resources, each with one lost day: 40 are listed. */
START_TEST (many_lost_days_are_counted)
{
  for (guint i = 0; i < 45; i++)
    {
      g_autofree char *name = g_strdup_printf ("vm-%02u", i);
      const UsageTexts resource = { .resource = slice_of (name) };

      add_usage ("total=1.7 | pec=15 | day=2026-10-01", resource);
      add_usage ("total=2 | day=2026-10-03", resource);
    }
  g_autofree char *text = render (&plain, TRUE);

  ck_assert_ptr_nonnull (strstr (text, "vm-39\n"));
  ck_assert_ptr_null (strstr (text, "vm-40\n"));
  ck_assert (g_str_has_suffix (text, "and 5 more; --all lists them\n"));
}
END_TEST

START_TEST (what_nothing_explains_is_coloured)
{
  const TextStyle colour = { .width = 80, .colour = TRUE };

  add_plain ("total=5");
  add_plain ("total=8.5 | pec=15 | customer=c2");
  g_autofree char *text = render (&colour, TRUE);
  g_autofree char *uncoloured = render (&plain, TRUE);

  ck_assert_ptr_nonnull (strstr (text, "\033["));
  ck_assert_ptr_null (strstr (uncoloured, "\033["));
}
END_TEST

/* Names and resources come from files: nothing of them may steer a terminal. */
START_TEST (texts_of_files_are_made_printable)
{
  const UsageTexts resource = { .resource = slice_of ("vm\033[31m") };

  name_book_add (books->names, slice_of ("c1"), slice_of ("Con\033]0;x\007toso"));
  add_usage ("total=1.7 | pec=15 | day=2026-10-01", resource);
  add_usage ("total=2 | day=2026-10-03", resource);
  g_autofree char *text = render (&plain, TRUE);

  ck_assert_ptr_null (strchr (text, '\033'));
  ck_assert_ptr_null (strchr (text, '\007'));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pec-text");
  TCase *tcase = tcase_create ("pec-text");

  tcase_add_checked_fixture (tcase, start, finish);
  tcase_add_test (tcase, without_rows_there_is_one_sentence);
  tcase_add_test (tcase, the_report_names_what_earned_and_why_the_rest_did_not);
  tcase_add_test (tcase, an_incomplete_report_says_so);
  tcase_add_test (tcase, lost_days_are_listed);
  tcase_add_test (tcase, namesakes_are_told_apart);
  tcase_add_test (tcase, the_end_of_a_long_resource_is_kept);
  tcase_add_test (tcase, many_lost_days_are_counted);
  tcase_add_test (tcase, what_nothing_explains_is_coloured);
  tcase_add_test (tcase, texts_of_files_are_made_printable);
  suite_add_tcase (suite, tcase);
  return suite;
}
