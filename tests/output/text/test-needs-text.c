/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "core/answer/month-needs.h"
#include "output/text/needs-text.h"

static const NeedsMonth all_there = { .currency = "USD",
                                      .balance_report = TRUE,
                                      .month_before = TRUE,
                                      .invoice = TRUE,
                                      .daily_usage = TRUE };

/* @count months from 2026-01 on, the first as @first has it, the others complete. */
static char *
render_needs (const NeedsHead *head, const NeedsMonth *first, guint count, gboolean all)
{
  const TextStyle style = { .width = 80, .all = all };
  g_autoptr (Report) needs = report_new_of (month_needs_schema ());
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      NeedsMonth row = i == 0 ? *first : all_there;

      row.month = calendar_month (2026, 1) + (Month) i;
      report_append (needs, NEEDS_MONTHS, &row);
    }
  report_set_head (needs, head);
  report_sort (needs);
  needs_text_render (needs, &style, out);
  return g_string_free (out, FALSE);
}

START_TEST (where_all_is_there_nothing_is_missing_as_far_as_files_tell)
{
  const NeedsHead head = { .nothing_missing = TRUE };
  g_autofree char *text = render_needs (&head, &all_there, 1, FALSE);

  ck_assert_str_eq (
      text, "\nFOR A TIE-OUT OF EACH MONTH (USD)\n"
            "Month    Balance report  Month before  Invoice  Daily usage\n"
            "2026-01  yes             yes           yes      yes\n"
            "Nothing is missing, as far as files tell: whether all invoices of a month are\n"
            "  here, Partner Center alone knows.\n");
}
END_TEST

START_TEST (what_is_missing_has_its_source)
{
  const NeedsHead head = { .nothing_missing = FALSE };
  const NeedsMonth row = { .currency = "USD", .invoice = TRUE };
  g_autofree char *text = render_needs (&head, &row, 1, FALSE);

  ck_assert_ptr_nonnull (
      strstr (text, "2026-01  missing         -             yes      missing\n"));
  ck_assert_ptr_nonnull (strstr (text, "\nBalance report: Partner Center, "));
  ck_assert_ptr_null (strstr (text, "\nInvoice: "));
  ck_assert_ptr_nonnull (strstr (text, "\nDaily usage: Partner Center, "));
  ck_assert_ptr_null (strstr (text, "Nothing is missing"));
}
END_TEST

START_TEST (without_months_nothing_is_known_and_all_sources_are_named)
{
  const NeedsHead head = { .nothing_missing = FALSE };
  g_autofree char *text = render_needs (&head, &all_there, 0, FALSE);

  ck_assert (g_str_has_prefix (text, "\nFor a tie-out: no balance row and no ACO credit was read"));
  ck_assert_ptr_nonnull (strstr (text, "\nInvoice: Partner Center, "));
}
END_TEST

START_TEST (what_is_not_known_is_said)
{
  const NeedsHead head = { .unclear_invoices = 2, .rejected = 1 };
  g_autofree char *text = render_needs (&head, &all_there, 1, FALSE);

  ck_assert_ptr_nonnull (strstr (text, "\nThe month of 2 invoices is not clear: more may be "));
  ck_assert_ptr_nonnull (strstr (text, "\n1 row was set aside: more may be missing.\n"));
  ck_assert_ptr_null (strstr (text, "Nothing is missing"));
}
END_TEST

START_TEST (of_very_many_months_those_that_lack_something_are_listed)
{
  const NeedsHead head = { .nothing_missing = FALSE };
  const NeedsMonth row = { .currency = "USD", .invoice = TRUE };
  g_autofree char *text = render_needs (&head, &row, 30, FALSE);
  g_autofree char *with_all = render_needs (&head, &row, 30, TRUE);

  ck_assert_ptr_nonnull (strstr (text, "\n29 other lines lack nothing and are not listed.\n"));
  ck_assert_ptr_null (strstr (text, "2026-02"));
  ck_assert_ptr_nonnull (strstr (with_all, "2026-02"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("needs-text");
  TCase *tests = tcase_create ("needs-text");

  tcase_add_test (tests, where_all_is_there_nothing_is_missing_as_far_as_files_tell);
  tcase_add_test (tests, what_is_missing_has_its_source);
  tcase_add_test (tests, without_months_nothing_is_known_and_all_sources_are_named);
  tcase_add_test (tests, what_is_not_known_is_said);
  tcase_add_test (tests, of_very_many_months_those_that_lack_something_are_listed);
  suite_add_tcase (suite, tests);
  return suite;
}
