/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/watch-text.h"
#include "test-main.h"

#include <check.h>

static char *
render (const WatchRow *row, gboolean only_new)
{
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  const WatchHead head = { calendar_day (2026, 10, 31) };
  g_autoptr (Report) watch = report_new_of (watch_row_schema ());
  GString *out = g_string_new (NULL);

  if (row != NULL)
    report_append (watch, 0, row);
  report_set_head (watch, &head);
  report_sort (watch);
  watch_text_render (watch, only_new, &style, out);
  return g_string_free (out, FALSE);
}

START_TEST (an_empty_list_is_a_sentence)
{
  g_autofree char *all = render (NULL, FALSE);
  g_autofree char *fresh = render (NULL, TRUE);

  ck_assert_str_eq (all, "ACO watch, 2026-10-31: nothing needs a person.\n");
  ck_assert_str_eq (fresh, "ACO watch, 2026-10-31: nothing new.\n");
}
END_TEST

static const struct
{
  WatchReason reason;
  const char *words;
} reasons[] = {
  { WATCH_LOST, "expired after 2026-11-15 with credit left: ask Microsoft, or write it off" },
  { WATCH_EXPIRING,
    "50.00 left, expires on 2026-11-15, in 15 days: use it, or agree on a renewal" },
  { WATCH_WILL_FORFEIT, "at 20.00 a month 40.00 will be lost on 2026-11-15: bring more usage under "
                        "it" },
  { WATCH_WILL_RUN_OUT,
    "used up on 2026-11-10 at 20.00 a month, before it ends on 2026-11-15: tell "
    "the customer what comes after" },
  { WATCH_GRANTED, "new: compare amount and dates with what was agreed" },
  { WATCH_VANISHED, "missing in the balance report: download it again, or ask Microsoft" },
  { WATCH_UNREPORTED, "not reported since 2026-09: download the balance report of its account, or "
                      "ask Microsoft" },
  { WATCH_DISPUTED, "a finding is disputed: follow it up, then resolve it" },
};

START_TEST (every_reason_says_what_to_do)
{
  const char *names[] = { watch_row_reason_name (reasons[_i].reason) };
  const WatchRow row = { .customer_id = "c1",
                         .customer_name = "Contoso",
                         .agreement_id = "a1",
                         .currency = "USD",
                         .balance = amount_known (decimal_from_int (50)),
                         .amount = decimal_from_int (40),
                         .expiry_date = calendar_day (2026, 11, 15),
                         .days_left_known = TRUE,
                         .days_left = 15,
                         .burn = amount_known (decimal_from_int (20)),
                         .run_out_date = calendar_day (2026, 11, 10),
                         .forecast_forfeit = amount_known (decimal_from_int (40)),
                         .reasons = { names, 1 },
                         .last_month = 2026 * 12 + 8 };
  g_autofree char *text = render (&row, FALSE);
  g_autofree char *expected
      = g_strdup_printf ("ACO watch, 2026-10-31: 1 needs a person.\n\n40.00 USD  Contoso, a1: %s\n",
                         reasons[_i].words);

  ck_assert_str_eq (text, expected);
}
END_TEST

START_TEST (a_dispute_about_no_customer_is_a_line_too)
{
  const char *names[] = { watch_row_reason_name (WATCH_DISPUTED) };
  const WatchRow row = { .amount = decimal_from_int (1), .reasons = { names, 1 } };
  g_autofree char *text = render (&row, TRUE);

  ck_assert_str_eq (text, "ACO watch, 2026-10-31: 1 new needs a person.\n\n1.00 -  no customer: a "
                          "finding is disputed: follow it up, then resolve it\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("watch-text");
  TCase *tests = tcase_create ("watch-text");

  tcase_add_test (tests, an_empty_list_is_a_sentence);
  tcase_add_loop_test (tests, every_reason_says_what_to_do, 0, G_N_ELEMENTS (reasons));
  tcase_add_test (tests, a_dispute_about_no_customer_is_a_line_too);
  suite_add_tcase (suite, tests);
  return suite;
}
