/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/table-file.h"

gboolean
table_file_is_own (ReportTable table)
{
  return table != REPORT_INPUTS && table != REPORT_INVOICES && table != REPORT_TOTALS;
}

char *
table_file_name (ReportTable table)
{
  if (!table_file_is_own (table))
    return g_strdup ("report.json");
  return g_strdelimit (g_strconcat (report_table_info (table)->name, ".csv", NULL), "_", '-');
}
