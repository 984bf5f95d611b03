/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <fcntl.h>
#include <json.h>
#include <string.h>
#include <unistd.h>

#include "output/table/report-json.h"

static GString *
render (const Report *report)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_json_write (report, 1, sink);
  return text;
}

static json_object *
parse (const GString *text)
{
  json_tokener *tokener = json_tokener_new_ex (8);
  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  json_object *object = json_tokener_parse_ex (tokener, text->str, (int) text->len);

  ck_assert_int_eq (json_tokener_get_error (tokener), json_tokener_success);
  json_tokener_free (tokener);
  return object;
}

static json_object *
member (json_object *object, const char *name)
{
  json_object *value = NULL;

  ck_assert_msg (json_object_object_get_ex (object, name, &value), "no member '%s'", name);
  return value;
}

START_TEST (an_empty_report_has_every_table)
{
  g_autoptr (Report) report = report_new (DAY_NONE, FALSE);
  g_autoptr (GString) text = render (report);

  ck_assert_str_eq (text->str,
                    "{\n"
                    "  \"schema\": \"acorecon.report/1\",\n"
                    "  \"program\": \"" PACKAGE_STRING "\",\n"
                    "  \"options\": [],\n"
                    "  \"verdict\": \"INCOMPLETE: rows were set aside. As read, ACO: "
                    "nothing to tie out, no ACO credit was used or invoiced; no "
                    "findings.\",\n"
                    "  \"as_of\": null,\n"
                    "  \"month\": null,\n"
                    "  \"complete\": false,\n"
                    "  \"reliable\": true,\n"
                    "  \"baseline\": null,\n"
                    "  \"inputs\": [],\n"
                    "  \"invoices\": [],\n"
                    "  \"agreements\": [],\n"
                    "  \"rollforward\": [],\n"
                    "  \"tieout\": [],\n"
                    "  \"waterfall\": [],\n"
                    "  \"credit_days\": [],\n"
                    "  \"usage_tieout\": [],\n"
                    "  \"findings\": [],\n"
                    "  \"totals\": [],\n"
                    "  \"cases\": [],\n"
                    "  \"summary\": {\n"
                    "    \"exit_status\": 1,\n"
                    "    \"findings\": 0,\n"
                    "    \"severities\": [\n"
                    "      {\"severity\":\"error\",\"findings\":0,\"amounts\":[],"
                    "\"resolved\":0},\n"
                    "      {\"severity\":\"warning\",\"findings\":0,\"amounts\":[],"
                    "\"resolved\":0},\n"
                    "      {\"severity\":\"notice\",\"findings\":0,\"amounts\":[],"
                    "\"resolved\":0}\n    ],\n"
                    "    \"codes\": [],\n"
                    "    \"resolved\": 0,\n"
                    "    \"tieout\": [\n"
                    "      {\"result\":\"agrees\",\"customer_months\":0},\n"
                    "      {\"result\":\"rounding\",\"customer_months\":0},\n"
                    "      {\"result\":\"differs\",\"customer_months\":0},\n"
                    "      {\"result\":\"not-comparable\",\"customer_months\":0}\n    ]\n"
                    "  }\n"
                    "}\n");
}
END_TEST

static void
append_input (Report *report)
{
  Month months[] = { calendar_month (2026, 9), calendar_month (2026, 10) };
  InputRow row = { .file = "in/a.csv", .kind = KIND_ACO_BALANCE, .rows = 3, .rejected = 1 };

  row.months = g_array_new (FALSE, FALSE, sizeof (Month));
  g_array_append_vals (row.months, months, 2);
  report_append (report, REPORT_INPUTS, &row);
  row.file = "b";
  row.months = NULL;
  report_append (report, REPORT_INPUTS, &row);
}

START_TEST (each_row_takes_one_line)
{
  g_autoptr (Report) report = report_new (calendar_day (2026, 10, 31), TRUE);
  InvoiceRow invoice = { .invoice = "G1",
                         .month = calendar_month (2026, 10),
                         .month_source = "lines",
                         .currency = "EUR",
                         .lines = 4,
                         .subtotal = decimal_from_scaled (-71, 4),
                         .tax = decimal_from_int (0),
                         .total = decimal_from_int (200),
                         .fits = { 1, 2, 3, 4, 5, 6 } };

  append_input (report);
  report_append (report, REPORT_INVOICES, &invoice);
  report_sort (report);
  g_autoptr (GString) text = render (report);
  const char *expected
      = "{\n"
        "  \"schema\": \"acorecon.report/1\",\n"
        "  \"program\": \"" PACKAGE_STRING "\",\n"
        "  \"options\": [],\n"
        "  \"verdict\": \"ACO reconciled to 2026-10-31: nothing to tie out, no ACO credit was used "
        "or invoiced; no findings.\",\n"
        "  \"as_of\": \"2026-10-31\",\n"
        "  \"month\": null,\n"
        "  \"complete\": true,\n"
        "  \"reliable\": true,\n"
        "  \"baseline\": null,\n"
        "  \"inputs\": [\n"
        "    {\"file\":\"in/a.csv\",\"kind\":\"aco-balance\",\"rows\":3,\"rejected\":1,"
        "\"sha256\":null,\"months\":[\"2026-09\",\"2026-10\"]},\n"
        "    {\"file\":\"b\",\"kind\":\"aco-balance\",\"rows\":3,\"rejected\":1,"
        "\"sha256\":null,\"months\":[]}\n"
        "  ],\n"
        "  \"invoices\": [\n"
        "    {\"invoice\":\"G1\",\"month\":\"2026-10\",\"month_source\":\"lines\","
        "\"currency\":\"EUR\",\"lines\":4,\"subtotal\":\"-0.0071\",\"tax\":\"0.00\","
        "\"total\":\"200.00\",\"fits\":{\"usage\":1,\"licence\":2,\"half-up\":3,\"near\":4,"
        "\"none\":5,\"not-tested\":6}}\n"
        "  ],\n";

  ck_assert_msg (g_str_has_prefix (text->str, expected), "%s", text->str);
}
END_TEST

/* Evidence says how it was made. */
START_TEST (the_head_says_who_reckoned_how_and_what_came_of_it)
{
  static const char *const options[] = { "--month=2026-10", "--tolerance=5", NULL };
  const ReportOrigin origin
      = { .month = calendar_month (2026, 10), .options = options, .config_file = "partner.ini" };
  const FindingRow twice
      = { .code = FINDING_ROWS_READ_TWICE, .severity = SEVERITY_ERROR, .file = "b.csv", .line = 2 };
  g_autoptr (Report) report = report_new (calendar_day (2026, 10, 31), TRUE);

  report_set_origin (report, &origin);
  report_append (report, REPORT_FINDINGS, &twice);
  report_sort (report);
  g_autoptr (GString) text = render (report);
  ck_assert_msg (g_str_has_prefix (
                     text->str, "{\n"
                                "  \"schema\": \"acorecon.report/1\",\n"
                                "  \"program\": \"" PACKAGE_STRING "\",\n"
                                "  \"options\": [\"--month=2026-10\",\"--tolerance=5\"],\n"
                                "  \"verdict\": \"NOT RELIABLE: rows of b.csv were read before "
                                "and count twice (ACO907). As read, ACO to 2026-10-31: nothing to "
                                "tie out, no ACO credit was used or invoiced; 1 error.\",\n"
                                "  \"as_of\": \"2026-10-31\",\n"
                                "  \"month\": \"2026-10\",\n"
                                "  \"complete\": true,\n"
                                "  \"reliable\": false,\n"
                                "  \"baseline\": null,\n"),
                 "%s", text->str);
}
END_TEST

START_TEST (every_type_has_its_null)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  AgreementRow agreement = { .customer_id = "", .state = AGREEMENT_USED, .days_left = 5 };
  RollForwardRow roll_forward = { .month = MONTH_NONE };

  report_append (report, REPORT_AGREEMENTS, &agreement);
  report_append (report, REPORT_ROLLFORWARD, &roll_forward);
  report_sort (report);
  g_autoptr (GString) text = render (report);
  ck_assert_ptr_nonnull (
      strstr (text->str, "{\"customer_id\":null,\"customer_name\":null,\"agreement_id\":null,"
                         "\"credit_name\":null,\"currency\":null,\"effective_date\":null,"
                         "\"expiry_date\":null,\"granted\":\"0.00\",\"used_total\":\"0.00\","
                         "\"balance\":\"0.00\",\"state\":\"used\",\"days_left\":null,"
                         "\"last_month\":null,\"burn\":null,\"run_out_date\":null,"
                         "\"forecast_forfeit\":null}"));
  ck_assert_ptr_nonnull (
      strstr (text->str, "\"month\":null,\"opening\":null,\"granted\":\"0.00\",\"used\":null,"
                         "\"forfeited\":\"0.00\",\"adjustment\":\"0.00\",\"closing\":\"0.00\","
                         "\"credit_amount\":\"0.00\",\"status\":null,\"expired\":false,"
                         "\"file\":null,\"line\":null}"));
}
END_TEST

START_TEST (every_type_has_its_value)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  AgreementRow agreement = { .effective_date = calendar_day (2026, 2, 1),
                             .expiry_date = calendar_day (2027, 1, 31),
                             .days_left_known = TRUE,
                             .days_left = -3 };
  RollForwardRow roll_forward = { .opening = { TRUE, decimal_from_int (100) },
                                  .expired = TRUE,
                                  .file = "a.zip/b.csv",
                                  .line = G_MAXUINT64 };

  report_append (report, REPORT_AGREEMENTS, &agreement);
  report_append (report, REPORT_ROLLFORWARD, &roll_forward);
  g_autoptr (GString) text = render (report);
  ck_assert_ptr_nonnull (
      strstr (text->str, "\"effective_date\":\"2026-02-01\",\"expiry_date\":\"2027-01-31\""));
  ck_assert_ptr_nonnull (strstr (text->str, "\"days_left\":-3"));
  ck_assert_ptr_nonnull (strstr (text->str, "\"opening\":\"100.00\""));
  ck_assert_ptr_nonnull (strstr (text->str, "\"expired\":true,\"file\":\"a.zip/b.csv\","
                                            "\"line\":18446744073709551615}"));
}
END_TEST

START_TEST (a_finding_carries_code_name_and_severity)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  FindingRow row = { .code = FINDING_CREDIT_DECREASED, .severity = SEVERITY_ERROR, .message = "m" };

  report_append (report, REPORT_FINDINGS, &row);
  g_autoptr (GString) text = render (report);
  ck_assert_ptr_nonnull (strstr (
      text->str, "{\"code\":\"ACO101\",\"name\":\"credit-decreased\",\"severity\":\"error\","));
}
END_TEST

static const struct
{
  const char *text, *read_back;
} texts[] = {
  { "plain", NULL },
  { "quote \" backslash \\ slash /", NULL },
  { "\x01\x02\x08\x0b\x0c\x1b\x1f\x7f tab\t LF\n CR\r", NULL },
  { "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80", NULL },
  { "line separator \xe2\x80\xa8, BOM \xef\xbb\xbf, noncharacter \xef\xbf\xbe", NULL },
  { "</script><!-- ]]>", NULL },
  { "{\"a\": [1, null]}", NULL },
  { "no UTF-8: \xff\xc0\x80", "no UTF-8: \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
  { "a surrogate: \xed\xa0\x80", "a surrogate: \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
};

START_TEST (a_text_is_read_back_as_it_was)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  FindingRow row = { .message = texts[_i].text };

  report_append (report, REPORT_FINDINGS, &row);
  g_autoptr (GString) text = render (report);
  for (gsize i = 0; i < text->len; i++)
    ck_assert_msg ((guchar) text->str[i] >= 0x20 || text->str[i] == '\n', "a bare control");

  json_object *root = parse (text);
  json_object *finding = json_object_array_get_idx (member (root, "findings"), 0);
  const char *expected = texts[_i].read_back == NULL ? texts[_i].text : texts[_i].read_back;
  ck_assert_str_eq (json_object_get_string (member (finding, "message")), expected);
  json_object_put (root);
}
END_TEST

START_TEST (every_table_is_read_back_with_every_row)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);

  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    for (guint i = 0; i < 5; i++)
      {
        g_autofree void *row = g_malloc0 (report_table_info (table)->row_size);
        report_append (report, table, row);
      }
  g_autoptr (GString) text = render (report);
  json_object *root = parse (text);
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    {
      const ReportTableInfo *info = report_table_info (table);
      json_object *rows = member (root, info->name);

      ck_assert_uint_eq (json_object_array_length (rows), 5);
      for (gsize i = 0; i < info->column_count; i++)
        member (json_object_array_get_idx (rows, 4), info->columns[i].name);
    }
  json_object_put (root);
}
END_TEST

START_TEST (a_long_table_stops_at_a_full_disk)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  TotalsRow row = { .currency = "EUR" };
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr (Sink) sink = sink_new_fd (fd, "full");

  for (guint i = 0; i < 2000; i++)
    report_append (report, REPORT_TOTALS, &row);
  report_json_write (report, 0, sink);
  ck_assert (!sink_flush (sink, NULL));
  close (fd);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-json");
  TCase *tests = tcase_create ("report-json");

  tcase_add_test (tests, an_empty_report_has_every_table);
  tcase_add_test (tests, each_row_takes_one_line);
  tcase_add_test (tests, the_head_says_who_reckoned_how_and_what_came_of_it);
  tcase_add_test (tests, every_type_has_its_null);
  tcase_add_test (tests, every_type_has_its_value);
  tcase_add_test (tests, a_finding_carries_code_name_and_severity);
  tcase_add_loop_test (tests, a_text_is_read_back_as_it_was, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tests, every_table_is_read_back_with_every_row);
  tcase_add_test (tests, a_long_table_stops_at_a_full_disk);
  suite_add_tcase (suite, tests);
  return suite;
}
