/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-lots.h"
#include "core/mca/mca-reckon.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define LOT(id, original, left, more) \
  "{" MCA_PROFILE_ID ("lots", id) ",'properties':{'originalAmount':" MCA_USD ( \
      original) ",'closedBalance':" MCA_USD (left) more "}}"
#define DATES(start, end) ",'startDate':'" start "','expirationDate':'" end "'"

static const struct
{
  const char *lot;
  const char *row;      /* status days_left used mixed kind */
  const char *findings; /* code amount */
} cases[] = {
  { LOT ("L", "500.00", "497.87", DATES ("2026-01-01", "2027-01-01")),
    "active 214 2.13 false credit\n", "" },
  { LOT ("L", "500", "0.00", DATES ("2026-01-01", "2026-06-02")), "used 1 500.00 false credit\n",
    "" },
  { LOT ("L", "500", "0.01", DATES ("2026-01-01", "2026-07-31")),
    "expiring 60 499.99 false credit\n", "MCA106 0.01\n" },
  { LOT ("L", "500", "0.01", DATES ("2026-01-01", "2026-08-01")), "active 61 499.99 false credit\n",
    "" },
  { LOT ("L", "500", "7", DATES ("2026-01-01", "2026-05-31")), "expired -1 493.00 false credit\n",
    "MCA105 7.00\n" },
  { LOT ("L", "500", "0", DATES ("2026-01-01", "2026-05-31")), "expired -1 500.00 false credit\n",
    "" },
  { LOT ("L", "500", "-0.01", DATES ("2026-01-01", "2027-05-31")),
    "active 364 500.01 false credit\n", "MCA104 -0.01\n" },
  { LOT ("L", "500", "500.01", DATES ("2026-01-01", "2027-05-31")),
    "active 364 -0.01 false credit\n", "MCA104 0.01\n" },
  { LOT ("L", "500", "500", DATES ("2026-07-01", "2026-06-30")),
    "not-started 29 0.00 false credit\n", "MCA107 0.00\n" },
  { LOT ("L", "500", "500", DATES ("2026-07-01", "2026-07-01")),
    "not-started 30 0.00 false credit\n", "" },
  { LOT ("L", "500", "500", ",'creditCurrency':'EUR'"), "active - 0.00 true credit\n",
    "MCA108 0.00\n" },
  { LOT ("L", "5", "3", ",'source':'ConsumptionCommitment','expirationDate':'2026-05-31'"),
    "expired -1 2.00 false commitment\n", "" },
  { LOT ("L", "5", "3", ",'isEstimatedBalance':true"), "active - 2.00 false credit\n",
    "MCA114 3.00\n" },
  { LOT ("L", "5", "3", ",'isEstimatedBalance':false,'status':'CANCELED'"),
    "canceled - 2.00 false credit\n", "" },
  { LOT ("L", "5", "null", ""), "active - - false credit\n", "" },
};

START_TEST (a_lot_has_its_row_and_findings)
{
  g_autofree char *page = g_strdup_printf ("[%s]", cases[_i].lot);
  g_autoptr (McaBook) book = MCA_BOOK (page);
  McaPlan plan = sample_mca_plan ();
  plan.as_of = calendar_day (2026, 6, 1);
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_LOTS, "status days_left used mixed kind", cases[_i].row);
  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code amount", cases[_i].findings);
}
END_TEST

START_TEST (what_is_live_is_available)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "[" LOT ("L1", "500", "500.00", "") "," LOT ("L2", "500", "497.87", "") "," LOT ("L3", "500", "9", ",'source':'ConsumptionCommitment'") "," LOT (
          "L4", "500", "9",
          ",'creditCurrency':'EUR'") "," LOT ("L5", "500", "9",
                                              ",'status':'Canceled'") ",{" MCA_PROFILE_ID ("lots",
                                                                                           "L6") ","
                                                                                                 "'"
                                                                                                 "p"
                                                                                                 "r"
                                                                                                 "o"
                                                                                                 "p"
                                                                                                 "e"
                                                                                                 "r"
                                                                                                 "t"
                                                                                                 "i"
                                                                                                 "e"
                                                                                                 "s"
                                                                                                 "'"
                                                                                                 ":"
                                                                                                 "{"
                                                                                                 "'"
                                                                                                 "c"
                                                                                                 "l"
                                                                                                 "o"
                                                                                                 "s"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "B"
                                                                                                 "a"
                                                                                                 "l"
                                                                                                 "a"
                                                                                                 "n"
                                                                                                 "c"
                                                                                                 "e"
                                                                                                 "'"
                                                                                                 ":"
                                                                                                 "{"
                                                                                                 "'"
                                                                                                 "c"
                                                                                                 "u"
                                                                                                 "r"
                                                                                                 "r"
                                                                                                 "e"
                                                                                                 "n"
                                                                                                 "c"
                                                                                                 "y"
                                                                                                 "'"
                                                                                                 ":"
                                                                                                 "'"
                                                                                                 "E"
                                                                                                 "U"
                                                                                                 "R"
                                                                                                 "'"
                                                                                                 ","
                                                                                                 "'"
                                                                                                 "v"
                                                                                                 "a"
                                                                                                 "l"
                                                                                                 "u"
                                                                                                 "e"
                                                                                                 "'"
                                                                                                 ":"
                                                                                                 "9"
                                                                                                 "}"
                                                                                                 "}"
                                                                                                 "}"
                                                                                                 "]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_PROFILES, "available lots live_lots", "997.87 5 2\n");
  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code resource currency",
                    "MCA108 l6 EUR\nMCA108 l4 USD\n");
}
END_TEST

START_TEST (without_a_credit_nothing_is_known_to_be_available)
{
  g_autoptr (McaBook) book
      = MCA_BOOK ("[" LOT ("L3", "500", "9", ",'source':'ConsumptionCommitment'") "]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_PROFILES, "available lots live_lots", "- 0 0\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-lots");
  TCase *tests = tcase_create ("mca-lots");

  tcase_add_loop_test (tests, a_lot_has_its_row_and_findings, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, what_is_live_is_available);
  tcase_add_test (tests, without_a_credit_nothing_is_known_to_be_available);
  suite_add_tcase (suite, tests);
  return suite;
}
