/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-counts.h"
#include "output/pack-form.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>
#include <fcntl.h>
#include <unistd.h>

/* A report about something else than the main one: a head, a table with lists, findings. */

typedef struct
{
  Day as_of;
  gboolean is_whole;
} Head;

typedef struct
{
  const char *lot;
  Decimal amount;
} Share;

typedef struct
{
  const char *name;
  ReportTruth sure;
  ReportSpan shares;
  ReportSpan reasons;
} Thing;

typedef struct
{
  FindingCode code;
  Severity severity;
  const char *who;
} Found;

/* clang-format off */
static const ReportColumn head_columns[] = {
  REPORT_COLUMN (Head, as_of, COLUMN_DAY),
  REPORT_COLUMN (Head, is_whole, COLUMN_FLAG),
};
static const ReportColumn share_columns[] = {
  REPORT_COLUMN (Share, lot, COLUMN_TEXT),
  REPORT_COLUMN (Share, amount, COLUMN_DECIMAL),
};
static const ReportTableInfo share_info = REPORT_INFO ("shares", Share, share_columns);
static const ReportColumn thing_columns[] = {
  REPORT_COLUMN (Thing, name, COLUMN_TEXT),
  REPORT_COLUMN (Thing, sure, COLUMN_TRUTH),
  REPORT_COLUMN_ROWS (Thing, shares, &share_info),
  REPORT_COLUMN (Thing, reasons, COLUMN_TEXTS),
};
static const OrderKey thing_order[] = { REPORT_ORDER (Thing, name, ORDER_TEXT) };
static const ReportColumn found_columns[] = {
  REPORT_COLUMN (Found, code, COLUMN_CODE),
  REPORT_COLUMN (Found, severity, COLUMN_SEVERITY),
  REPORT_COLUMN (Found, who, COLUMN_TEXT),
};
static const OrderKey found_order[] = {
  REPORT_ORDER (Found, code, ORDER_CODE),
  REPORT_ORDER (Found, who, ORDER_TEXT),
};
/* clang-format on */

enum
{
  THINGS,
  FINDINGS
};

static const ReportTableInfo head = REPORT_INFO ("head", Head, head_columns);
static const TableLayout tables[]
    = { REPORT_TABLE ("odd_things", Thing, thing_columns, thing_order),
        REPORT_TABLE ("findings", Found, found_columns, found_order) };

static const ReportSchema *
schema (void)
{
  static const ReportSchema own = { "acorecon.odd/1", &head, tables, 2, FINDINGS };

  return &own;
}

static void
render (const Report *report, const TextStyle *style G_GNUC_UNUSED, GString *out)
{
  g_string_append_printf (out, "%zu things\n", report_row_count (report, THINGS));
}

static const PackFile files[] = { PACK_FORM_SUMMARY, PACK_FORM_JSON ("odd.json"),
                                  PACK_FORM_TABLE (THINGS), PACK_FORM_TABLE (FINDINGS) };

static const PackForm form = { .kind = { .what = "an odd pack",
                                         .is_name = pack_form_is_name,
                                         .is_ours = pack_form_is_ours,
                                         .not_ours = "is not ours",
                                         .earlier = "is an earlier one" },
                               .schema = schema,
                               .json = "odd.json",
                               .csv = THINGS,
                               .render_text = render,
                               .files = files,
                               .file_count = G_N_ELEMENTS (files),
                               .other = "odd.xlsx" };

static Report *
new_report (void)
{
  static const Share shares[2] = { { .lot = "a" }, { .lot = "b" } };
  static const char *const reasons[] = { "one", "two" };
  Report *report = report_new_of (schema ());
  const Head own = { .as_of = calendar_day (2026, 10, 31), .is_whole = TRUE };
  const Thing things[] = { { "z", TRUTH_TRUE, { shares, 2 }, { reasons, 2 } },
                           { "=b", TRUTH_UNKNOWN, { 0 }, { 0 } } };
  const Found findings[] = { { FINDING_MONTH_MISSING, SEVERITY_WARNING, "q" },
                             { FINDING_CREDIT_DECREASED, SEVERITY_ERROR, "r" },
                             { FINDING_MONTH_MISSING, SEVERITY_NOTICE, "p" } };

  report_set_head (report, &own);
  for (guint i = 0; i < 2; i++)
    report_append (report, THINGS, &things[i]);
  for (guint i = 0; i < 3; i++)
    report_append (report, FINDINGS, &findings[i]);
  report_sort (report);
  return report;
}

static void
tell (const char *what, guint64 done, guint64 total, gpointer data)
{
  g_string_append_printf (data, "%s %u/%u ", what, (guint) done, (guint) total);
}

START_TEST (a_report_of_any_schema_has_all_its_forms)
{
  g_autoptr (Report) report = new_report ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (OutputSet) output = output_set_new (&form.kind, "out", FALSE);
  const WritePlan plan = { .format = FORMAT_TEXT };
  const PackContent content = { .report = report, .plan = &plan, .exit_status = 1 };

  ck_assert (pack_form_write (&form, &content, output, tell, told, NULL));
  ck_assert (output_set_prepare (output, NULL) && output_set_commit (output, NULL));
  ck_assert_str_eq (told->str, "summary.txt 0/15 odd.json 5/15 tables 10/15 ");
  assert_lists ("out", "findings.csv odd-things.csv odd.json summary.txt");
  assert_holds ("out/summary.txt", "2 things\n");
  assert_holds ("out/odd-things.csv", "name,sure,shares,reasons\n"
                                      "'=b,,,\n"
                                      "z,true,a=0.00 b=0.00,one two\n");
  assert_holds ("out/findings.csv", "code,severity,who\n"
                                    "ACO101,error,r\nACO102,notice,p\nACO102,warning,q\n");
  assert_holds ("out/odd.json",
                "{\n  \"schema\": \"acorecon.odd/1\",\n  \"as_of\": \"2026-10-31\",\n"
                "  \"is_whole\": true,\n  \"odd_things\": [\n"
                "    {\"name\":\"=b\",\"sure\":null,\"shares\":[],\"reasons\":[]},\n"
                "    {\"name\":\"z\",\"sure\":true,\"shares\":[{\"lot\":\"a\",\"amount\":\"0.00\"},"
                "{\"lot\":\"b\",\"amount\":\"0.00\"}],\"reasons\":[\"one\",\"two\"]}\n  ],\n"
                "  \"findings\": [\n"
                "    {\"code\":\"ACO101\",\"severity\":\"error\",\"who\":\"r\"},\n"
                "    {\"code\":\"ACO102\",\"severity\":\"notice\",\"who\":\"p\"},\n"
                "    {\"code\":\"ACO102\",\"severity\":\"warning\",\"who\":\"q\"}\n  ],\n"
                "  \"summary\": {\n    \"exit_status\": 1,\n    \"findings\": 3,\n"
                "    \"severities\": [\n"
                "      {\"severity\":\"error\",\"findings\":1,\"amounts\":[]},\n"
                "      {\"severity\":\"warning\",\"findings\":1,\"amounts\":[]},\n"
                "      {\"severity\":\"notice\",\"findings\":1,\"amounts\":[]}\n    ],\n"
                "    \"codes\": [\n"
                "      {\"code\":\"ACO101\",\"name\":\"credit-decreased\",\"severity\":\"error\","
                "\"findings\":1,\"amounts\":[]},\n"
                "      {\"code\":\"ACO102\",\"name\":\"month-missing\",\"severity\":\"warning\","
                "\"findings\":1,\"amounts\":[]},\n"
                "      {\"code\":\"ACO102\",\"name\":\"month-missing\",\"severity\":\"notice\","
                "\"findings\":1,\"amounts\":[]}\n    ]\n"
                "  }\n}\n");
}
END_TEST

START_TEST (findings_of_any_schema_are_counted)
{
  g_autoptr (Report) report = new_report ();

  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_ERROR), 1);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_NOTICE), 1);
  ck_assert_ptr_eq (report_schema (report), schema ());
}
END_TEST

static gboolean
is_ours (const char *json)
{
  int folder;
  gboolean ours;

  ck_assert (g_file_set_contents ("odd.json", json, -1, NULL));
  folder = open (".", O_RDONLY | O_DIRECTORY);
  ours = pack_form_is_ours (&form.kind, folder);
  close (folder);
  return ours;
}

START_TEST (an_earlier_pack_is_known_by_its_schema)
{
  ck_assert (is_ours ("{ \"schema\" : \"acorecon.odd/2\" }"));
  ck_assert (!is_ours ("{ \"schema\" : \"acorecon.odder/1\" }"));
  ck_assert (!is_ours ("{}"));
  ck_assert (pack_form_is_name (&form.kind, "odd-things.csv"));
  ck_assert (pack_form_is_name (&form.kind, "odd.xlsx"));
  ck_assert (!pack_form_is_name (&form.kind, "odd_things.csv"));
  ck_assert (!pack_form_is_name (&form.kind, ""));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pack-form");
  TCase *tests = tcase_create ("pack-form");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_report_of_any_schema_has_all_its_forms);
  tcase_add_test (tests, findings_of_any_schema_are_counted);
  tcase_add_test (tests, an_earlier_pack_is_known_by_its_schema);
  suite_add_tcase (suite, tests);
  return suite;
}
