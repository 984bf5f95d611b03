/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/renewals.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static Day
day (const char *text)
{
  Day value = DAY_NONE;

  ck_assert (*text == '\0'
             || calendar_parse_day (text, strlen (text), DATE_MONTH_FIRST, &value) == DATE_OK);
  return value;
}

/* When one agreement follows on another */

static const struct
{
  const char *expiry;
  const char *effective;
  gboolean follows;
} borders[] = {
  { "2026-09-30", "2026-10-01", TRUE },  { "2026-09-30", "2026-09-30", TRUE },
  { "2026-09-30", "2026-10-02", TRUE },  { "2026-09-30", "2026-09-29", FALSE },
  { "2026-09-30", "2026-10-03", FALSE }, { "2026-09-30", "2026-11-01", FALSE },
  { "2026-12-31", "2027-01-01", TRUE },  { "9999-12-31", "0001-01-01", FALSE },
  { "2026-09-30", "", FALSE },           { "", "2026-10-01", FALSE },
  { "", "0001-01-01", FALSE },           { "", "", FALSE },
};

START_TEST (what_begins_within_two_days_follows)
{
  ck_assert_int_eq (renewals_follow_on (day (borders[_i].expiry), day (borders[_i].effective)),
                    borders[_i].follows);
}
END_TEST

/* What is said of the credit of agreement a1 */

typedef struct
{
  const char *rows[6];
  const char *end;   /* of a1, up to October 2026 */
  const char *begin; /* of a1 */
} NoteCase;

#define OLD "balance: agreement=a1 | month=2026-09 | effective=2025-10-01 | expiry=2026-09-30"
#define NEW "balance: agreement=b2 | effective=2026-10-01 | expiry=2027-09-30"
#define B2_BEGINS "; agreement b2 begins on 2026-10-01: a likely renewal"

static const NoteCase notes[] = {
  { { OLD, NEW }, B2_BEGINS, "" },
  { { OLD, NEW " | effective=2026-09-30" },
    "; agreement b2 begins on 2026-09-30: a likely renewal",
    "" },
  { { OLD, NEW " | effective=2026-10-02" },
    "; agreement b2 begins on 2026-10-02: a likely renewal",
    "" },
  { { OLD, NEW " | effective=2026-09-29" }, "", "" },
  { { OLD, NEW " | effective=2026-10-03" }, "", "" },
  { { OLD, NEW " | effective=2026-11-01" }, "", "" }, /* a month later */
  { { OLD, "balance: agreement=b2" }, "", "" },
  { { "balance: agreement=a1 | month=2026-09", NEW }, "", "" },
  { { OLD }, "", "" },
  /* the same agreement under another name of the credit is another credit */
  { { OLD, NEW " | agreement=a1 | credit-name=ACO 2" },
    "; agreement a1 begins on 2026-10-01: a likely renewal",
    "" },
  /* a row that is too late to be known of */
  { { OLD, NEW " | month=2026-11" }, "", "" },
  { { OLD, NEW " | month=2026-11", NEW " | agreement=b3" },
    "; agreement b3 begins on 2026-10-01: a likely renewal",
    "" },
  /* of several the nearest, then that with the earliest row, then the first */
  { { OLD, NEW " | effective=2026-10-02", NEW " | agreement=b3" },
    "; agreement b3 begins on 2026-10-01: a likely renewal",
    "" },
  { { OLD, NEW, NEW " | agreement=b3 | month=2026-09" },
    "; agreement b3 begins on 2026-10-01: a likely renewal",
    "" },
  { { OLD, NEW, NEW " | agreement=b3" }, B2_BEGINS, "" },
  /* it does not follow on itself, however often its dates are told */
  { { OLD " | effective=2026-09-30", OLD " | effective=2026-10-01 | month=2026-10" }, "", "" },
  { { OLD " | effective=2026-10-01", OLD " | effective=2026-10-01 | month=2026-10", NEW },
    B2_BEGINS,
    "" },
  /* the other way round */
  { { "balance: agreement=a1 | effective=2026-10-01",
      "balance: agreement=b2 | month=2026-09 | expiry=2026-09-30" },
    "",
    "; it is a likely renewal of agreement b2, which ends on 2026-09-30" },
  { { "balance: agreement=a1 | effective=2026-10-01",
      "balance: agreement=b2 | month=2026-09 | expiry=2026-09-28" },
    "",
    "" },
  { { "balance: agreement=a1 | effective=2026-10-01",
      "balance: agreement=b2 | month=2026-09 | expiry=2026-10-02" },
    "",
    "" },
};

START_TEST (an_agreement_that_follows_is_called_a_likely_renewal)
{
  const Month until = calendar_month (2026, 10);
  g_autoptr (Books) books = build_books ();

  build_rows (books, notes[_i].rows);
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  g_autoptr (Renewals) renewals = renewals_new (rows);
  const RollForward *row = &g_array_index (rows, RollForward, 0);
  const CreditFigures *figures = &row->month->counted;
  g_autofree char *end = renewals_note_end (renewals, NULL, row->credit, figures->expiry, until);
  g_autofree char *begin
      = renewals_note_begin (renewals, NULL, row->credit, figures->effective, until);

  ck_assert_str_eq (row->credit->key.agreement, "a1");
  ck_assert_str_eq (end, notes[_i].end);
  ck_assert_str_eq (begin, notes[_i].begin);
  renewals_free (NULL);
}
END_TEST

/* One agreement with new dates */

static const struct
{
  const char *before[2]; /* effective, expiry */
  const char *after[2];
  const char *note;
} changes[] = {
  { { "2025-10-16", "2026-10-15" },
    { "2026-10-16", "2027-10-15" },
    "; the agreement ended on 2026-10-15 and begins again on 2026-10-16: a likely renewal" },
  { { "2025-10-16", "2026-10-15" }, { "2026-11-16", "2027-10-15" }, "" },
  { { "2025-10-16", "2026-10-15" }, { "2025-10-16", "2027-10-15" }, "" }, /* prolonged */
  { { "2026-10-15", "2026-10-15" }, { "2026-10-15", "2027-10-15" }, "" },
  { { "", "2026-10-15" },
    { "2026-10-15", "" },
    "; the agreement ended on 2026-10-15 and begins again on 2026-10-15: a likely renewal" },
  { { "2025-10-16", "" }, { "2026-10-16", "2027-10-15" }, "" },
};

START_TEST (an_agreement_that_begins_again_is_called_so)
{
  const CreditFigures before
      = { .effective = day (changes[_i].before[0]), .expiry = day (changes[_i].before[1]) };
  const CreditFigures after
      = { .effective = day (changes[_i].after[0]), .expiry = day (changes[_i].after[1]) };
  g_autofree char *note = renewals_note_change (NULL, &before, &after);

  ck_assert_str_eq (note, changes[_i].note);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("renewals");
  TCase *found = tcase_create ("found");

  tcase_add_loop_test (found, what_begins_within_two_days_follows, 0, G_N_ELEMENTS (borders));
  tcase_add_loop_test (found, an_agreement_that_follows_is_called_a_likely_renewal, 0,
                       G_N_ELEMENTS (notes));
  tcase_add_loop_test (found, an_agreement_that_begins_again_is_called_so, 0,
                       G_N_ELEMENTS (changes));
  suite_add_tcase (suite, found);
  return suite;
}
