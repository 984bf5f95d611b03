/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/agreement-state.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* Judged on 2026-10-31 with 60 days; "" is no date. 2026-12-30 is 60 days after. What a later month
   leaves out says so instead of active or expiring, and of nothing else. */
static const struct
{
  const char *effective;
  const char *expiry;
  const char *status;
  gint64 balance;
  const char *state;
  const char *left_out_state;
} cases[] = {
  { "", "", "active", 100, "active", "unreported" },
  /* An agreement starts on its effective date. */
  { "2026-11-01", "", "active", 100, "not-started", "not-started" },
  { "2026-10-31", "", "active", 100, "active", "unreported" },
  /* Not started comes before everything else. */
  { "2026-11-01", "2026-10-30", "expired", 0, "not-started", "not-started" },
  /* It still runs on its expiry date. */
  { "", "2026-10-30", "active", 100, "expired", "expired" },
  { "", "2026-10-31", "active", 100, "expiring", "unreported" },
  /* What the report says counts whatever the date. */
  { "", "2027-10-31", "expired", 100, "expired", "expired" },
  { "", "", "expired", 100, "expired", "expired" },
  /* Other texts do not say expired. */
  { "", "", "suspended", 100, "active", "unreported" },
  { "", "", "", 100, "active", "unreported" },
  /* Expired comes before used, used before expiring. */
  { "", "2026-10-30", "active", 0, "expired", "expired" },
  { "", "", "expired", 0, "expired", "expired" },
  { "", "2026-11-05", "active", 0, "used", "used" },
  { "", "", "active", 0, "used", "used" },
  { "", "", "active", -1, "active", "unreported" },
  /* Expiring: at most 60 days are left. */
  { "", "2026-12-30", "active", 100, "expiring", "unreported" },
  { "", "2026-12-31", "active", 100, "active", "unreported" },
  { "", "2026-12-30", "active", -1, "expiring", "unreported" },
  { "", "9999-12-31", "active", 100, "active", "unreported" },
};

static Day
day_of (const char *text)
{
  Day day = DAY_NONE;

  ck_assert (*text == '\0'
             || calendar_parse_day (text, strlen (text), DATE_MONTH_FIRST, &day) == DATE_OK);
  return day;
}

START_TEST (the_first_state_that_fits_is_told)
{
  CreditFigures figures
      = { .status = (guint8) balance_row_status_from_text (slice_of (cases[_i].status), TRUE),
          .effective = day_of (cases[_i].effective),
          .expiry = day_of (cases[_i].expiry) };
  const Day as_of = calendar_day (2026, 10, 31);

  credit_book_put_amount (&figures, CREDIT_LEFT, decimal_from_int (cases[_i].balance), NULL);
  const AgreementState state = agreement_state (&figures, FALSE, as_of, 60);
  const AgreementState left_out = agreement_state (&figures, TRUE, as_of, 60);

  ck_assert_str_eq (report_word_of_state (state).text, cases[_i].state);
  ck_assert_str_eq (report_word_of_state (left_out).text, cases[_i].left_out_state);
}
END_TEST

/* 2026-11-07 is 7 days after 2026-10-31. */
START_TEST (the_days_of_expiring_can_be_chosen)
{
  CreditFigures figures = { .expiry = calendar_day (2026, 11, 7) };
  const Day as_of = calendar_day (2026, 10, 31);

  credit_book_put_amount (&figures, CREDIT_LEFT, decimal_from_int (1), NULL);

  ck_assert_int_eq (agreement_state (&figures, FALSE, as_of, 6), AGREEMENT_ACTIVE);
  ck_assert_int_eq (agreement_state (&figures, FALSE, as_of, 7), AGREEMENT_EXPIRING);
  ck_assert_int_eq (agreement_state (&figures, FALSE, figures.expiry, 0), AGREEMENT_EXPIRING);
  ck_assert_int_eq (agreement_state (&figures, FALSE, figures.expiry - 1, 0), AGREEMENT_ACTIVE);
  ck_assert_int_eq (agreement_state (&figures, FALSE, 1, G_MAXINT64), AGREEMENT_EXPIRING);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("agreement-state");
  TCase *tcase = tcase_create ("state");

  tcase_add_loop_test (tcase, the_first_state_that_fits_is_told, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, the_days_of_expiring_can_be_chosen);
  suite_add_tcase (suite, tcase);
  return suite;
}
