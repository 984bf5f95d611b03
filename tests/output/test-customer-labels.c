/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/customer-labels.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
add_customer (Report *report, const char *id, const char *name)
{
  sample_add_tie_out (report, sample_tie_out (id, name, "0", "0", "0", TIE_OUT_AGREES));
}

static void
assert_label (const CustomerLabels *labels, const char *id, const char *text, gsize tail)
{
  CustomerLabel label = customer_labels_lookup (labels, id);

  ck_assert_str_eq (label.text, text);
  ck_assert_uint_eq (label.tail, tail);
}

START_TEST (a_customer_is_called_by_name_else_by_id)
{
  g_autoptr (Report) report = sample_report ();

  add_customer (report, "id-1", "Contoso");
  add_customer (report, "id-2", NULL);
  add_customer (report, "id-3", "");
  add_customer (report, "id-1", "Contoso");

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, "id-1", "Contoso", 0);
  assert_label (labels, "id-2", "id-2", 0);
  assert_label (labels, "id-3", "id-3", 0);
}
END_TEST

START_TEST (namesakes_are_told_apart_by_the_start_of_their_ids)
{
  g_autoptr (Report) report = sample_report ();

  add_customer (report, "1111aaaa-0000", "Default Directory");
  add_customer (report, "2222bbbb-0000", "Default Directory");
  add_customer (report, "3333cccc-0000", "Contoso");

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, "1111aaaa-0000", "Default Directory (1111aaaa)", 11);
  assert_label (labels, "2222bbbb-0000", "Default Directory (2222bbbb)", 11);
  assert_label (labels, "3333cccc-0000", "Contoso", 0);
}
END_TEST

START_TEST (as_much_of_the_id_is_shown_as_is_needed)
{
  g_autoptr (Report) report = sample_report ();

  add_customer (report, "1111aaaa-0001", "A");
  add_customer (report, "1111aaaa-0002", "A");
  add_customer (report, "x", "B");
  add_customer (report, "xy", "B");

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, "1111aaaa-0001", "A (1111aaaa-0001)", 16);
  assert_label (labels, "1111aaaa-0002", "A (1111aaaa-0002)", 16);
  assert_label (labels, "x", "B (x)", 4);
  assert_label (labels, "xy", "B (xy)", 5);
}
END_TEST

START_TEST (an_id_is_never_cut_within_a_character)
{
  g_autoptr (Report) report = sample_report ();

  add_customer (report,
                "1234567\xC3\xBC"
                "99",
                "A");
  add_customer (report, "2", "A");

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels,
                "1234567\xC3\xBC"
                "99",
                "A (1234567\xC3\xBC)", 11);
}
END_TEST

START_TEST (labels_are_printable)
{
  g_autoptr (Report) report = sample_report ();

  add_customer (report, "id-1", "Evil\x1B[2J");
  add_customer (report, "id\n2", NULL);

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, "id-1", "Evil\\x1B[2J", 0);
  assert_label (labels, "id\n2", "id\\x0A2", 0);
}
END_TEST

START_TEST (customers_of_every_table_have_a_label)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow forward = { .customer_id = "r", .customer_name = "Roll", .currency = "USD" };
  WaterfallRow fall = { .customer_id = "w", .customer_name = "Water", .currency = "USD" };
  FindingRow finding = sample_finding (FINDING_NO_INVOICE, "1", "");

  sample_add_agreement (report, "a", "Agree", AGREEMENT_ACTIVE, "1", "0", "1", 100);
  report_append (report, REPORT_ROLLFORWARD, &forward);
  report_append (report, REPORT_WATERFALL, &fall);
  report_append (report, REPORT_FINDINGS, &finding);

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, "a", "Agree", 0);
  assert_label (labels, "r", "Roll", 0);
  assert_label (labels, "w", "Water", 0);
  assert_label (labels, "c1", "Contoso Ltd", 0);
}
END_TEST

START_TEST (who_is_named_nowhere_is_called_by_id)
{
  g_autoptr (Report) report = sample_report ();
  const CreditDayRow days[] = { { .customer_id = "id-1", .currency = "USD", .day = 1 },
                                { .customer_id = "id\n2", .currency = "USD", .day = 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    report_append (report, REPORT_CREDIT_DAYS, &days[i]);
  sample_add_tie_out (report, sample_tie_out ("id-1", "Contoso", "0", "0", "0", TIE_OUT_AGREES));

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, "id-1", "Contoso", 0);
  assert_label (labels, "id\n2", "id\\x0A2", 0);
}
END_TEST

/* Rows of a table that is in no report. */
START_TEST (rows_by_themselves_are_enough)
{
  const TieOutRow rows[] = { { .customer_id = "1111aaaa-0001", .customer_name = "A" },
                             { .customer_id = "1111aaaa-0001", .customer_name = "A" },
                             { .customer_id = "2222bbbb-0001", .customer_name = "A" },
                             { .customer_id = "id-3" } };
  g_autoptr (CustomerLabels) labels
      = customer_labels_new_of_rows (report_table_info (REPORT_TIE_OUT), rows, G_N_ELEMENTS (rows));

  assert_label (labels, "1111aaaa-0001", "A (1111aaaa)", 11);
  assert_label (labels, "2222bbbb-0001", "A (2222bbbb)", 11);
  assert_label (labels, "id-3", "id-3", 0);
}
END_TEST

START_TEST (a_label_is_shortened_before_what_tells_namesakes_apart)
{
  g_autoptr (Report) report = sample_report ();

  add_customer (report, "1111aaaa-0000", "A long name that has no room");
  add_customer (report, "2222bbbb-0000", "A long name that has no room");
  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  g_autofree char *brief
      = customer_labels_shorten (customer_labels_lookup (labels, "1111aaaa-0000"), 16);
  g_autofree char *whole
      = customer_labels_shorten (customer_labels_lookup (labels, "1111aaaa-0000"), 60);
  g_autofree char *nobody = customer_labels_shorten (customer_labels_lookup (labels, NULL), 16);

  ck_assert_str_eq (brief, "A lo\xe2\x80\xa6 (1111aaaa)");
  ck_assert_str_eq (whole, "A long name that has no room (1111aaaa)");
  ck_assert_str_eq (nobody, "");
}
END_TEST

START_TEST (nobody_and_strangers_have_an_empty_label)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  assert_label (labels, NULL, "", 0);
  assert_label (labels, "", "", 0);
  assert_label (labels, "stranger", "", 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("customer-labels");
  TCase *tcase = tcase_create ("customer-labels");

  tcase_add_test (tcase, a_customer_is_called_by_name_else_by_id);
  tcase_add_test (tcase, namesakes_are_told_apart_by_the_start_of_their_ids);
  tcase_add_test (tcase, as_much_of_the_id_is_shown_as_is_needed);
  tcase_add_test (tcase, an_id_is_never_cut_within_a_character);
  tcase_add_test (tcase, labels_are_printable);
  tcase_add_test (tcase, customers_of_every_table_have_a_label);
  tcase_add_test (tcase, who_is_named_nowhere_is_called_by_id);
  tcase_add_test (tcase, rows_by_themselves_are_enough);
  tcase_add_test (tcase, a_label_is_shortened_before_what_tells_namesakes_apart);
  tcase_add_test (tcase, nobody_and_strangers_have_an_empty_label);
  suite_add_tcase (suite, tcase);
  return suite;
}
