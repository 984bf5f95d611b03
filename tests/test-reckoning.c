/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/reckoning.h"
#include "core/recon-error.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"
#define CREDITED "credit-type=Azure Credit Applied"

/* The as-of day */

static const struct
{
  const char *rows[5];
  const char *month; /* --month and --as-of; "" is not given */
  const char *as_of;
  const char *expected;
} days[] = {
  { { NULL }, "", "", "-" },
  { { NULL }, "2026-02", "", "2026-02-28" },
  { { NULL }, "", "2026-02-14", "2026-02-14" },
  /* The last day of the latest month in the balance reports, whatever else is later. */
  { { "balance: month=2026-11", "balance: month=2026-09 | customer=c2", "balance: month=2026-10",
      "invoice: month=2027-01" },
    "",
    "",
    "2026-11-30" },
  { { "balance: month=2028-02", "usage: day=2029-01-01" }, "", "", "2028-02-29" },
  /* Else in the invoices, else in the daily usage. */
  { { "invoice: month=2026-10", "invoice: month=2026-09 | invoice=G2", "usage: day=2026-12-01" },
    "",
    "",
    "2026-10-31" },
  { { "usage: day=2026-10-15", "usage: day=2026-09-30" }, "", "", "2026-10-31" },
  /* Estimates have no say. */
  { { "invoice: invoice= | month=2027-01", "usage: day=2026-09-30" }, "", "", "2026-09-30" },
  { { "usage: invoice= | day=2026-09-30" }, "", "", "-" },
  /* A given day wins over a given month, both over what was read. */
  { { "balance: month=2026-11" }, "2026-09", "", "2026-09-30" },
  { { "balance: month=2026-11" }, "", "2026-09-14", "2026-09-14" },
  { { "balance: month=2026-11" }, "2026-09", "2026-12-24", "2026-12-24" },
  { { "balance: month=9999-12" }, "", "", "9999-12-31" },
};

static Rules
rules_of_texts (const char *month, const char *as_of)
{
  Rules rules = rules_default ();

  ck_assert (*month == '\0'
             || month_parse (month, strlen (month), DATE_MONTH_FIRST, &rules.month) == DATE_OK);
  ck_assert (*as_of == '\0'
             || day_parse (as_of, strlen (as_of), DATE_MONTH_FIRST, &rules.as_of) == DATE_OK);
  return rules;
}

START_TEST (states_are_judged_on_the_as_of_day)
{
  const Rules rules = rules_of_texts (days[_i].month, days[_i].as_of);
  g_autoptr (Report) report = build_report_of_rows (&rules, days[_i].rows);
  char text[DAY_TEXT_SIZE] = "-";

  if (report_as_of (report) != DAY_NONE)
    day_print (report_as_of (report), text);
  ck_assert_str_eq (text, days[_i].expected);
}
END_TEST

/* Reported months */

/* A tie-out row that differs, a waterfall row and a roll-forward row in each of three months. */
static const char *const three_months[]
    = { "balance: month=2026-08 | B=5",
        "balance: month=2026-09 | B=5",
        "balance: month=2026-10 | B=5",
        "balance: month=2026-11 | B=5",
        "invoice: month=2026-09 | invoice=G1 | subtotal=-7 | " ACO,
        "invoice: month=2026-10 | invoice=G2 | subtotal=-7 | " ACO,
        "invoice: month=2026-11 | invoice=G3 | subtotal=-7 | " ACO,
        NULL };

static const struct
{
  const char *month;
  const char *as_of;
  const char *expected;
} reported[] = {
  { "", "", "2026-09\n2026-10\n2026-11" },
  { "2026-10", "", "2026-10" },
  { "2026-10", "2026-09-01", "2026-10" },
  { "", "2026-10-01", "2026-09\n2026-10" },
  { "", "2026-11-01", "2026-09\n2026-10\n2026-11" },
  { "2027-01", "", "" },
};

START_TEST (only_reported_months_are_in_the_tables)
{
  const Rules rules = rules_of_texts (reported[_i].month, reported[_i].as_of);
  g_autoptr (Report) report = build_report_of_rows (&rules, three_months);

  EXPECT_ROWS (report, REPORT_TIEOUT, "month", reported[_i].expected);
  EXPECT_ROWS (report, REPORT_WATERFALL, "month", reported[_i].expected);
  EXPECT_ROWS (report, REPORT_INVOICES, "month", "2026-09\n2026-10\n2026-11");
  EXPECT_ROWS (report, REPORT_INPUTS, "months",
               "2026-08,2026-09,2026-10,2026-11\n2026-09,2026-10,2026-11");
}
END_TEST

START_TEST (other_months_are_still_the_baseline)
{
  const Rules rules = rules_of_texts ("2026-10", "");
  g_autoptr (Report) report
      = BUILD_REPORT (&rules, "balance: month=2026-09 | C=500 | B=500", "balance: C=700 | B=300",
                      "invoice: subtotal=-200 | " ACO, "balance: month=2026-11 | C=900 | B=100");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "month opening used closing",
               "2026-10 500.00 200.00 300.00");
  EXPECT_ROWS (report, REPORT_TIEOUT, "month result", "2026-10 agrees");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "used_total balance", "700.00 300.00");
}
END_TEST

/* Null */

START_TEST (what_is_unknown_is_null_in_every_table)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "balance: C=700 | B=300", "invoice: subtotal=10");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "opening used customer_name status", "- - - -");
  EXPECT_ROWS (report, REPORT_TIEOUT, "balance_used usage_credit difference", "- - -");
  EXPECT_ROWS (report, REPORT_WATERFALL, "aco_available aco_expected", "- -");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "effective_date expiry_date days_left", "- - -");
  EXPECT_ROWS (report, REPORT_TOTALS, "used", "-");
}
END_TEST

/* Findings as rules add them */

typedef struct
{
  Books *books;
  Rules rules;
  Reckoning reckoning;
} Desk;

static Desk desk;

static void
open_desk (void)
{
  desk.books = build_books ();
  desk.rules = rules_default ();
  desk.reckoning = (Reckoning){ .books = desk.books,
                                .rules = &desk.rules,
                                .report = report_new (DAY_NONE, TRUE) };
  BUILD_ROWS (desk.books, "balance: customer=C1 | name=Contoso");
}

static void
close_desk (void)
{
  report_free (desk.reckoning.report);
  books_free (desk.books);
}

#define EVERYTHING \
  "code name severity customer_id customer_name agreement_id month currency amount file line " \
  "message"

START_TEST (a_finding_says_who_when_how_much_and_where)
{
  const FindingFacts facts = { .code = FINDING_CREDIT_DECREASED,
                               .customer = "c1",
                               .agreement = "a1",
                               .currency = "USD",
                               .month = month_from_civil (2026, 10),
                               .at = { .file = 0, .line = 7 },
                               .amount = decimal_from_int (5) };

  reckoning_find (&desk.reckoning, &facts, "%d are gone", 5);
  EXPECT_ROWS (desk.reckoning.report, REPORT_FINDINGS, EVERYTHING,
               "ACO101 credit-decreased error c1 Contoso a1 2026-10 USD 5.00 balance.csv 7 "
               "5 are gone");
}
END_TEST

START_TEST (what_does_not_apply_to_a_finding_is_null)
{
  const FindingFacts facts = { .code = FINDING_FILE_IGNORED };

  reckoning_find (&desk.reckoning, &facts, "hm");
  EXPECT_ROWS (desk.reckoning.report, REPORT_FINDINGS, EVERYTHING,
               "ACO906 file-ignored notice - - - - - 0.00 - - hm");
}
END_TEST

START_TEST (a_finding_on_a_file_has_no_line)
{
  const FindingFacts facts = { .code = FINDING_LEGACY_FILE, .on_file = TRUE };

  reckoning_find (&desk.reckoning, &facts, "hm");
  EXPECT_ROWS (desk.reckoning.report, REPORT_FINDINGS, "file line", "balance.csv -");
}
END_TEST

START_TEST (a_finding_may_have_its_own_severity)
{
  const FindingFacts facts = { .code = FINDING_INVOICE_USAGE_DIFFERENCE,
                               .has_severity = TRUE,
                               .severity = SEVERITY_NOTICE };
  const FindingFacts usual = { .code = FINDING_INVOICE_USAGE_DIFFERENCE };

  reckoning_find (&desk.reckoning, &facts, "hm");
  reckoning_find (&desk.reckoning, &usual, "hm");
  EXPECT_ROWS (desk.reckoning.report, REPORT_FINDINGS, "severity", "notice\nerror");
}
END_TEST

START_TEST (a_finding_of_another_month_is_not_reported_unless_it_always_is)
{
  FindingFacts facts = { .code = FINDING_CREDIT_DECREASED, .month = month_from_civil (2026, 9) };

  desk.rules.month = month_from_civil (2026, 10);
  reckoning_find (&desk.reckoning, &facts, "no");
  facts.always = TRUE;
  reckoning_find (&desk.reckoning, &facts, "always");
  facts.always = FALSE;
  facts.month = MONTH_NONE;
  reckoning_find (&desk.reckoning, &facts, "without");
  EXPECT_ROWS (desk.reckoning.report, REPORT_FINDINGS, "message", "always\nwithout");
  ck_assert (reckoning_reports (&desk.reckoning, month_from_civil (2026, 10)));
  ck_assert (!reckoning_reports (&desk.reckoning, month_from_civil (2026, 11)));
}
END_TEST

START_TEST (names_of_customers_and_files_are_looked_up)
{
  ck_assert_str_eq (reckoning_name (&desk.reckoning, "c1"), "Contoso");
  ck_assert_ptr_null (reckoning_name (&desk.reckoning, "c2"));
  ck_assert_ptr_null (reckoning_name (&desk.reckoning, NULL));
  ck_assert_str_eq (reckoning_file (&desk.reckoning, (Position){ .file = 0 }), "balance.csv");
}
END_TEST

/* Partners, where a finding may be one partner's alone */

#define PARTNERS_1_2 "; rows of 2 partners were read for this customer: p1, p2"

static const struct
{
  const char *rows[9];
  const char *code;
  const char *end; /* of the message of its first finding */
} partners[] = {
  { { "balance: partner=p2 | C=5", "balance: partner=P1 | C=6" },
    "ACO107",
    "only grow" PARTNERS_1_2 },
  { { "balance: B=50 | partner=p1",
      "invoice: partner=p1 | subtotal=17 | adjustment=15% Partner earned credit",
      "invoice: partner=p2" },
    "ACO302",
    "50.00 of ACO remained; rows of 2 partners were read for this customer: p1, p2" },
  { { "balance: B=50", "invoice: subtotal=17 | partner=p2", "usage: partner=p9",
      "invoice: partner=p1" },
    "ACO304",
    "of ACO remained" PARTNERS_1_2 },
  { { "balance: C=5 | effective=2026-10-01", "invoice: subtotal=-7 | " ACO, "usage: partner=p1",
      "usage: partner=p2" },
    "ACO306",
    "5.00 was available" PARTNERS_1_2 },
  { { "balance: C=5 | effective=2026-10-01", "invoice: partner=p1", "invoice: partner=p2" },
    "ACO401",
    "credits 0.00" PARTNERS_1_2 },
  /* one in two spellings of case is one; one of each kind of rows is one; estimates do not count */
  { { "balance: partner=p1 | C=5", "balance: partner=P1 | C=6" }, "ACO107", "only grow" },
  { { "balance: partner=p1 | C=5", "balance: partner=p1 | C=6", "invoice: partner=p2",
      "usage: partner=p3" },
    "ACO107",
    "only grow" },
  { { "balance: C=5", "balance: partner=p1 | C=6",
      "invoice: partner=p2 | invoice=", "invoice: partner=p3 | invoice=",
      "usage: partner=p4 | invoice=", "usage: partner=p5 | invoice=" },
    "ACO107",
    "only grow" },
  { { "balance: partner=p1 | C=5", "balance: partner=p1 | C=6",
      "balance: partner=p2 | C=6 | customer=c2" },
    "ACO107",
    "only grow" },
  /* four are named */
  { { "balance: partner=p4 | C=5", "balance: partner=p3 | C=6", "balance: partner=p2 | C=7",
      "balance: partner=p1 | C=8" },
    "ACO107",
    "; rows of 4 partners were read for this customer: p1, p2, p3, p4" },
  { { "balance: partner=p4 | C=5", "balance: partner=p3 | C=6", "balance: partner=p2 | C=7",
      "balance: partner=p1 | C=8", "balance: partner=p6 | C=9", "balance: partner=p5 | C=10" },
    "ACO107",
    "; rows of 6 partners were read for this customer: p1, p2, p3, p4 and 2 more" },
};

START_TEST (partners_are_named_where_there_are_several)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, partners[_i].rows);

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, partners[_i].code) != 0)
        continue;
      ck_assert_msg (g_str_has_suffix (row->message, partners[_i].end), "%s", row->message);
      return;
    }
  ck_abort_msg ("no finding %s", partners[_i].code);
}
END_TEST

/* Empty but for the finding that says so. */
START_TEST (nothing_read_is_an_empty_report)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Report) report = build_report (books, NULL);

  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    ck_assert_uint_eq (report_row_count (report, table), table == REPORT_FINDINGS ? 1 : 0);
  EXPECT_CODES (report, "ACO408");
  ck_assert (report_is_complete (report));
  ck_assert_int_eq (report_as_of (report), DAY_NONE);
}
END_TEST

START_TEST (the_worked_example_agrees_everywhere)
{
  /* Of 1,000 first 500 are used, then 200; CreditAmount shows 700. */
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: month=2026-09 | C=500 | B=500 | effective=2026-09-01 | expiry=2027-08-31",
      "balance: month=2026-10 | C=700 | B=300 | effective=2026-09-01 | expiry=2027-08-31",
      "invoice: month=2026-09 | subtotal=500 | price=5 | quantity=100",
      "invoice: month=2026-09 | subtotal=-500 | price=-5 | quantity=100 | " ACO,
      "invoice: invoice=G2 | subtotal=200 | price=5 | quantity=40",
      "invoice: invoice=G2 | subtotal=-200 | price=-5 | quantity=40 | " ACO,
      "usage: invoice=G1 | day=2026-09-12 | total=500 | " CREDITED,
      "usage: invoice=G2 | day=2026-10-12 | total=200 | " CREDITED);

  EXPECT_ROWS (
      report, REPORT_TIEOUT, "month balance_used invoice_credit usage_credit difference result",
      "2026-09 500.00 500.00 500.00 0.00 agrees\n2026-10 200.00 200.00 200.00 0.00 agrees");
  EXPECT_ROWS (report, REPORT_FINDINGS, "code message", "");
}
END_TEST

START_TEST (an_agreement_may_end_with_the_calendar)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: month=2026-09 | B=10 | effective=0001-01-01 | expiry=9999-12-31",
      "balance: C=4 | B=6 | effective=0001-01-01 | expiry=9999-12-31 | status=active",
      "invoice: subtotal=4 | price=1 | quantity=4",
      "invoice: subtotal=-4 | price=-1 | quantity=4 | " ACO, "usage: total=4 | " CREDITED);

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "effective_date expiry_date state",
               "0001-01-01 9999-12-31 active");
  EXPECT_ROWS (report, REPORT_FINDINGS, "code message", "");
}
END_TEST

START_TEST (the_last_month_of_the_calendar_can_be_reckoned)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: month=9999-11 | B=10 | expiry=9999-12-31",
                      "balance: month=9999-12 | C=4 | B=3 | expiry=9999-12-31 | status=active",
                      "invoice: month=9999-12 | subtotal=-4 | price=-1 | quantity=4 | " ACO,
                      "usage: day=9999-12-31 | total=4 | " CREDITED);

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "month used forfeited",
               "9999-11 0.00 0.00\n9999-12 4.00 3.00");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "state days_left", "expiring 0");
}
END_TEST

START_TEST (rows_set_aside_make_the_report_incomplete)
{
  g_autoptr (Books) books = build_books ();

  (void) input_book_file (books->inputs, 0, "a.csv", KIND_ACO_BALANCE);
  InputTally *input = input_book_file (books->inputs, 1, "b.csv", KIND_INVOICE);
  input_tally_add_rejected (input, (Position){ .file = 1, .line = 2 }, "bad");
  g_autoptr (Report) report = build_report (books, NULL);

  ck_assert (!report_is_complete (report));
}
END_TEST

START_TEST (an_invoice_without_a_month_is_refused)
{
  g_autoptr (Books) books = build_books ();
  const Rules rules = rules_default ();
  g_autoptr (GError) error = NULL;

  BUILD_ROWS (books, "balance: B=5", "invoice: end=2026-10-31");
  ck_assert_ptr_null (reckon (books, &rules, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

/* The books are not changed, so that the same is found again. */
START_TEST (reckoning_twice_gives_the_same)
{
  g_autoptr (Books) books = build_books ();

  build_rows (books, three_months);
  g_autoptr (Report) first = build_report (books, NULL);
  g_autoptr (Report) second = build_report (books, NULL);
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    {
      const ReportTableInfo *info = report_table_info (table);
      ck_assert_uint_eq (report_row_count (first, table), report_row_count (second, table));
      for (gsize column = 0; column < info->column_count; column++)
        {
          g_autofree char *text = describe_rows (first, table, info->columns[column].name);
          EXPECT_ROWS (second, table, info->columns[column].name, text);
        }
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reckoning");
  TCase *month = tcase_create ("months");
  TCase *find = tcase_create ("findings");
  TCase *whole = tcase_create ("whole");

  tcase_add_loop_test (month, states_are_judged_on_the_as_of_day, 0, G_N_ELEMENTS (days));
  tcase_add_loop_test (month, only_reported_months_are_in_the_tables, 0, G_N_ELEMENTS (reported));
  tcase_add_test (month, other_months_are_still_the_baseline);
  tcase_add_checked_fixture (find, open_desk, close_desk);
  tcase_add_test (find, a_finding_says_who_when_how_much_and_where);
  tcase_add_test (find, what_does_not_apply_to_a_finding_is_null);
  tcase_add_test (find, a_finding_on_a_file_has_no_line);
  tcase_add_test (find, a_finding_may_have_its_own_severity);
  tcase_add_test (find, a_finding_of_another_month_is_not_reported_unless_it_always_is);
  tcase_add_test (find, names_of_customers_and_files_are_looked_up);
  tcase_add_loop_test (whole, partners_are_named_where_there_are_several, 0,
                       G_N_ELEMENTS (partners));
  tcase_add_test (whole, nothing_read_is_an_empty_report);
  tcase_add_test (whole, the_worked_example_agrees_everywhere);
  tcase_add_test (whole, an_agreement_may_end_with_the_calendar);
  tcase_add_test (whole, the_last_month_of_the_calendar_can_be_reckoned);
  tcase_add_test (whole, what_is_unknown_is_null_in_every_table);
  tcase_add_test (whole, rows_set_aside_make_the_report_incomplete);
  tcase_add_test (whole, an_invoice_without_a_month_is_refused);
  tcase_add_test (whole, reckoning_twice_gives_the_same);
  suite_add_tcase (suite, month);
  suite_add_tcase (suite, find);
  suite_add_tcase (suite, whole);
  return suite;
}
