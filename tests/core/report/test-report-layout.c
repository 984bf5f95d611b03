/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-layout.h"
#include "core/report/report.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* The tables of the schema, in its order, with the columns that each has there. */
static const struct
{
  ReportTable table;
  const char *name;
  const char *columns;
  const char *order;
} tables[] = {
  { REPORT_INPUTS, "inputs", "file kind rows rejected sha256 months", "" },
  { REPORT_INVOICES, "invoices",
    "invoice month month_source currency lines subtotal tax total fits", "invoice currency" },
  { REPORT_AGREEMENTS, "agreements",
    "customer_id customer_name agreement_id credit_name currency effective_date expiry_date "
    "granted used_total balance state days_left last_month burn run_out_date forecast_forfeit",
    "customer_id agreement_id credit_name currency" },
  { REPORT_ROLLFORWARD, "rollforward",
    "customer_id customer_name agreement_id credit_name currency month opening granted used "
    "forfeited adjustment closing credit_amount status expired file line",
    "customer_id agreement_id credit_name currency month" },
  { REPORT_TIE_OUT, "tieout",
    "customer_id customer_name month currency balance_used invoice_credit usage_credit difference "
    "allowance result",
    "customer_id currency month" },
  { REPORT_WATERFALL, "waterfall",
    "customer_id customer_name month currency charges aco_used other_credits net plain uncovered "
    "pec_base pec_list pec_earned aco_available aco_expected",
    "customer_id currency month" },
  { REPORT_CREDIT_DAYS, "credit_days", "customer_id currency day aco pec_list plain",
    "customer_id currency day" },
  { REPORT_USAGE_TIE_OUT, "usage_tieout",
    "customer_id subscription_id product_id sku_id availability_id currency month pec_percent "
    "usage invoice difference lines result",
    "customer_id subscription_id product_id sku_id availability_id currency month pec_percent" },
  { REPORT_FINDINGS, "findings",
    "code name severity customer_id customer_name agreement_id month currency amount file line "
    "message subject id key",
    "code customer_id agreement_id currency month file line amount" },
  { REPORT_TOTALS, "totals", "currency used forfeited balance invoice_credit pec_earned net",
    "currency" },
  { REPORT_CASES, "cases",
    "case severity customer_id customer_name agreement_id month last_month currency amount open "
    "sentence remedy ask ticket findings codes",
    "" },
};

START_TEST (each_table_has_the_columns_of_the_schema)
{
  const TableLayout *layout = report_layout (tables[_i].table);
  g_autoptr (GString) columns = g_string_new (NULL);

  for (gsize i = 0; i < layout->info.column_count; i++)
    g_string_append_printf (columns, "%s%s", i > 0 ? " " : "", layout->info.columns[i].name);
  ck_assert_str_eq (layout->info.name, tables[_i].name);
  ck_assert_str_eq (columns->str, tables[_i].columns);
  ck_assert_ptr_eq (report_table_info (tables[_i].table), &layout->info);
}
END_TEST

static const char *
column_at (const ReportTableInfo *info, gsize offset)
{
  for (gsize i = 0; i < info->column_count; i++)
    if (info->columns[i].offset == offset)
      return info->columns[i].name;
  ck_abort_msg ("no column of %s stands at %zu", info->name, offset);
  return NULL;
}

START_TEST (each_table_has_the_order_of_the_schema)
{
  const TableLayout *layout = report_layout (tables[_i].table);
  g_autoptr (GString) order = g_string_new (NULL);

  for (gsize i = 0; i < layout->order_count; i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "",
                            column_at (&layout->info, layout->order[i].offset));
  ck_assert_str_eq (order->str, tables[_i].order);
}
END_TEST

START_TEST (members_lie_in_their_rows)
{
  const ReportTableInfo *info = &report_layout (tables[_i].table)->info;

  for (gsize i = 0; i < info->column_count; i++)
    {
      ck_assert_uint_lt (info->columns[i].offset, info->row_size);
      ck_assert_uint_lt (info->columns[i].known_offset, info->row_size);
      ck_assert ((info->columns[i].known_offset != 0) == (info->columns[i].type == COLUMN_DAYS));
    }
}
END_TEST

START_TEST (no_table_was_forgotten)
{
  ck_assert_uint_eq (G_N_ELEMENTS (tables), REPORT_TABLE_COUNT);
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    ck_assert_int_eq ((int) tables[table].table, (int) table);
}
END_TEST

/* Sorted by what the layouts say: null first, percentages by value. */
START_TEST (the_newest_tables_are_sorted_by_their_layout)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  const Decimal percents[] = { decimal_from_int (100), decimal_from_int (15),
                               decimal_from_scaled (75, 1), decimal_from_int (0) };
  const UsageTieOutRow named = { .customer_id = "c1", .subscription_id = "s" };
  const CreditDayRow days[] = { { .customer_id = "c1", .currency = "USD", .day = 800 },
                                { .customer_id = "c1", .currency = "USD", .day = 90 },
                                { .customer_id = "c1", .currency = "EUR", .day = 900 } };

  report_append (report, REPORT_USAGE_TIE_OUT, &named);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      const UsageTieOutRow row
          = { .customer_id = "c1", .pec_percent = { .known = i < 3, .value = percents[i] } };
      report_append (report, REPORT_USAGE_TIE_OUT, &row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    report_append (report, REPORT_CREDIT_DAYS, &days[i]);
  report_sort (report);

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      const UsageTieOutRow *row = report_row (report, REPORT_USAGE_TIE_OUT, i);
      ck_assert_int_eq (row->pec_percent.known, i > 0);
      ck_assert (decimal_equal (row->pec_percent.value, percents[3 - i]));
    }
  ck_assert_str_eq (
      ((const UsageTieOutRow *) report_row (report, REPORT_USAGE_TIE_OUT, 4))->subscription_id,
      "s");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    ck_assert_int_eq (((const CreditDayRow *) report_row (report, REPORT_CREDIT_DAYS, i))->day,
                      days[2 - i].day);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-layout");
  TCase *tcase = tcase_create ("report-layout");

  tcase_add_loop_test (tcase, each_table_has_the_columns_of_the_schema, 0, G_N_ELEMENTS (tables));
  tcase_add_loop_test (tcase, each_table_has_the_order_of_the_schema, 0, G_N_ELEMENTS (tables));
  tcase_add_loop_test (tcase, members_lie_in_their_rows, 0, G_N_ELEMENTS (tables));
  tcase_add_test (tcase, no_table_was_forgotten);
  tcase_add_test (tcase, the_newest_tables_are_sorted_by_their_layout);
  suite_add_tcase (suite, tcase);
  return suite;
}
