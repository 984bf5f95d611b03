/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-profiles.h"
#include "core/benefit/benefit-rows.h"
#include "sample-benefits.h"

/* "VERDICT: reasons" of each profile, then the codes of the findings. */
static char *
judge (const char *rows, const char *account, const char *offer)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  g_autofree char *text
      = g_strconcat ("Name,Id,Type,BillingAccount,ActiveOffer,PaymentMethod,Role\n", rows, NULL);
  const BenefitProfilePlan plan = { .account = account, .offer = offer };
  GString *out = g_string_new (NULL);

  ck_assert (sample_read_table (book, BENEFIT_FILE_PROFILES, "p.csv", text, NULL));
  g_autoptr (Report) report = benefit_profiles_reckon (book, &plan);
  for (gsize i = 0; i < report_row_count (report, BENEFIT_PROFILE_TABLE_PROFILES); i++)
    {
      const BenefitProfileRow *row = report_row (report, BENEFIT_PROFILE_TABLE_PROFILES, i);
      const char *const *reasons = row->reasons.elements;
      g_string_append_printf (out, "%s:", row->verdict);
      for (gsize k = 0; k < row->reasons.count; k++)
        g_string_append_printf (out, " %s", reasons[k]);
      g_string_append_c (out, '\n');
    }
  for (gsize i = 0; i < report_row_count (report, BENEFIT_PROFILE_TABLE_FINDINGS); i++)
    {
      const BenefitFindingRow *row = report_row (report, BENEFIT_PROFILE_TABLE_FINDINGS, i);
      g_string_append_printf (out, "%s:%d\n", finding_info (row->code)->code, (int) row->line);
    }
  return g_string_free (out, FALSE);
}

START_TEST (each_reason_has_its_word)
{
  static const struct
  {
    const char *row;
    const char *verdict;
  } cases[] = {
    { "P,p,MCA Standard,A,,yes,Owner\n", "Eligible to redeem:\n" },
    { "P,p,mca-PREMIER,/x/a,MyOffer,1,Billing profile contributor\n", "Eligible to redeem:\n" },
    { "P,p,MCA,A,,yes,Owner\n", "Not eligible: type\nBEN201:2\nBEN202:2\n" },
    { "P,p,MCA Standard,B,,yes,Owner\n", "Not eligible: account\nBEN201:2\nBEN202:2\n" },
    { "P,p,MCA Standard,A,Other,yes,Owner\n",
      "Has active Azure credits: active-credits\nBEN201:2\nBEN202:2\n" },
    { "P,p,MCA Standard,A,,No,Owner\n", "No payment instrument: payment\nBEN201:2\nBEN202:2\n" },
    { "P,p,MCA Standard,A,,true,Owner of nothing\n",
      "Get contributor access: access\nBEN201:2\nBEN202:2\n" },
    { "P,p,MCA Standard,A,,true,Co-owner.\n", "Eligible to redeem:\n" },
    { "P,p,EA,B,Other,false,Reader\n",
      "Not eligible: type account active-credits payment access\nBEN201:2\nBEN202:2\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *verdict = judge (cases[i].row, "/accounts/A", "myoffer");
      ck_assert_msg (strcmp (verdict, cases[i].verdict) == 0, "%s%s", cases[i].row, verdict);
    }
}
END_TEST

START_TEST (an_active_offer_counts_unless_it_is_the_one)
{
  g_autofree char *verdict = judge ("P,p,MCA Standard,A,Other,yes,Owner\n"
                                    "Q,q,MCA Standard,A,,yes,Owner\n",
                                    "a", NULL);

  ck_assert_str_eq (verdict,
                    "Has active Azure credits: active-credits\nEligible to redeem:\nBEN201:2\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-profiles");
  TCase *tests = tcase_create ("benefit-profiles");

  tcase_add_test (tests, each_reason_has_its_word);
  tcase_add_test (tests, an_active_offer_counts_unless_it_is_the_one);
  suite_add_tcase (suite, tests);
  return suite;
}
