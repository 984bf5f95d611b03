/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "core/rule/reckoning.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"

/* Findings as rules add them */

typedef struct
{
  Books *books;
  ReckonPlan plan;
  Reckoning reckoning;
} Desk;

static Desk desk;

static void
open_desk (void)
{
  desk.books = build_books ();
  desk.plan = reckon_plan_default ();
  desk.reckoning = (Reckoning){ .books = desk.books,
                                .plan = &desk.plan,
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
                               .month = calendar_month (2026, 10),
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
  FindingFacts facts = { .code = FINDING_CREDIT_DECREASED, .month = calendar_month (2026, 9) };

  desk.plan.month = calendar_month (2026, 10);
  reckoning_find (&desk.reckoning, &facts, "no");
  facts.always = TRUE;
  reckoning_find (&desk.reckoning, &facts, "always");
  facts.always = FALSE;
  facts.month = MONTH_NONE;
  reckoning_find (&desk.reckoning, &facts, "without");
  EXPECT_ROWS (desk.reckoning.report, REPORT_FINDINGS, "message", "always\nwithout");
  ck_assert (reckoning_reports (&desk.reckoning, calendar_month (2026, 10)));
  ck_assert (!reckoning_reports (&desk.reckoning, calendar_month (2026, 11)));
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

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reckoning");
  TCase *find = tcase_create ("findings");
  TCase *partner = tcase_create ("partners");

  tcase_add_checked_fixture (find, open_desk, close_desk);
  tcase_add_test (find, a_finding_says_who_when_how_much_and_where);
  tcase_add_test (find, what_does_not_apply_to_a_finding_is_null);
  tcase_add_test (find, a_finding_on_a_file_has_no_line);
  tcase_add_test (find, a_finding_may_have_its_own_severity);
  tcase_add_test (find, a_finding_of_another_month_is_not_reported_unless_it_always_is);
  tcase_add_test (find, names_of_customers_and_files_are_looked_up);
  tcase_add_loop_test (partner, partners_are_named_where_there_are_several, 0,
                       G_N_ELEMENTS (partners));
  suite_add_tcase (suite, find);
  suite_add_tcase (suite, partner);
  return suite;
}
