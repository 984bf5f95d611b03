/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "journal/journal-samples.h"
#include "output/journal/journal-csv.h"

#define HEADER \
  "entry,date,title,customer_id,customer_name,agreement_id,credit_name,account,note,amount," \
  "closing,currency\n"

static GString *
render (const Report *report, const char *settings)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  ck_assert (account_map_load_text (map, settings, "accounts.ini", &error));
  journal_csv_write (entries, map, sink);
  return text;
}

START_TEST (an_entry_is_a_row_per_posting)
{
  g_autoptr (Report) report = sample_report ();
  const WaterfallRow invoice = sample_waterfall (10, "60", "0", "60");

  sample_add_roll_forward (report, sample_roll_forward (10, "500", "0", "200", "300"));
  report_append (report, REPORT_WATERFALL, &invoice);
  g_autoptr (GString) text = render (report, "");
  ck_assert_str_eq (text->str,
                    HEADER "1,2026-09-30,\"Azure credit, opening balance\",c1,Contoso Ltd,a1,ACO,"
                           "Assets:Azure Credits:c1:a1,opening,500.00,,EUR\n"
                           "1,2026-09-30,\"Azure credit, opening balance\",c1,Contoso Ltd,a1,ACO,"
                           "Equity:Opening Balances:c1,opening,-500.00,,EUR\n"
                           "2,2026-10-31,Azure credit,c1,Contoso Ltd,a1,ACO,"
                           "Expenses:Azure Credits Used:c1,used,200.00,,EUR\n"
                           "2,2026-10-31,Azure credit,c1,Contoso Ltd,a1,ACO,"
                           "Assets:Azure Credits:c1:a1,used,-200.00,,EUR\n"
                           "2,2026-10-31,Azure credit,c1,Contoso Ltd,a1,ACO,"
                           "Assets:Azure Credits:c1:a1,closing balance,,300.00,EUR\n"
                           "3,2026-10-31,Microsoft invoice,c1,Contoso Ltd,,,"
                           "Expenses:Microsoft Charges:c1,charges,60.00,,EUR\n"
                           "3,2026-10-31,Microsoft invoice,c1,Contoso Ltd,,,"
                           "Liabilities:Microsoft,net payable,-60.00,,EUR\n");
}
END_TEST

START_TEST (formulas_are_guarded_and_names_can_be_left_out)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow row = sample_roll_forward (10, "0", "0", "0", "0");

  row.customer_name = row.customer_id = row.agreement_id = row.credit_name = row.currency = "=1,\"";
  sample_add_roll_forward (report, row);
  g_autoptr (GString) text = render (report, "");
  g_autoptr (GString) bare = render (report, "[journal]\nnames = false\n");

  ck_assert_str_eq (text->str,
                    HEADER "1,2026-10-31,Azure credit,\"'=1,\"\"\",\"'=1,\"\"\",\"'=1,\"\"\","
                           "\"'=1,\"\"\",Assets:Azure Credits:X3D1X2CX22:X3D1X2CX22-NX3D1X2CX22,"
                           "closing balance,,0.00,\"'=1,\"\"\"\n");
  ck_assert (g_str_has_prefix (bare->str, HEADER "1,2026-10-31,Azure credit,\"'=1,\"\"\",,"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("journal-csv");
  TCase *tests = tcase_create ("journal-csv");

  tcase_add_test (tests, an_entry_is_a_row_per_posting);
  tcase_add_test (tests, formulas_are_guarded_and_names_can_be_left_out);
  suite_add_tcase (suite, tests);
  return suite;
}
