/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-gap.h"

/* Both tables begin their rows with the customer, by which they are sorted. */
static const char *
customer_in (gconstpointer row, ReportTable table)
{
  return table == REPORT_TIE_OUT ? ((const TieOutRow *) row)->customer_id
                                 : ((const RollForwardRow *) row)->customer_id;
}

static const char *
customer_of (const Report *report, ReportTable table, gsize index)
{
  ReportBuffer buffer = { 0 };

  return customer_in (report_read (report, table, index, &buffer), table);
}

/* The last page that begins before @customer, or the first of all. */
static gsize
page_of_customer (const Report *report, ReportTable table, const char *customer)
{
  gsize low = 0, high = report_row_count (report, table) / REPORT_PAGE_ROWS + 1;

  while (low + 1 < high)
    {
      const gsize middle = low + (high - low) / 2;
      const gsize index = middle * REPORT_PAGE_ROWS;

      if (index < report_row_count (report, table)
          && g_strcmp0 (customer_of (report, table, index), customer) < 0)
        low = middle;
      else
        high = middle;
    }
  return low * REPORT_PAGE_ROWS;
}

static gsize
first_of_customer (const Report *report, ReportTable table, const char *customer)
{
  const gsize count = report_row_count (report, table);
  gsize index = page_of_customer (report, table, customer);
  ReportBuffer buffer = { 0 };

  while (index < count
         && g_strcmp0 (customer_in (report_read (report, table, index, &buffer), table), customer)
                < 0)
    index++;
  return index;
}

Month
case_gap_first (const Report *report, const FindingRow *finding)
{
  const gsize count = report_row_count (report, REPORT_ROLLFORWARD);
  ReportBuffer buffer = { 0 };
  Month before = MONTH_NONE;

  for (gsize i = first_of_customer (report, REPORT_ROLLFORWARD, finding->customer_id); i < count;
       i++)
    {
      const RollForwardRow *row = report_read (report, REPORT_ROLLFORWARD, i, &buffer);

      if (g_strcmp0 (row->customer_id, finding->customer_id) != 0)
        break;
      if (g_strcmp0 (row->agreement_id, finding->agreement_id) == 0
          && g_strcmp0 (row->credit_name, finding->credit_name) == 0
          && g_strcmp0 (row->currency, finding->currency) == 0 && row->month < finding->month)
        before = MAX (before, row->month);
    }
  return before == MONTH_NONE ? finding->month : before + 1;
}

static Amount
used_between (const Report *report, const FindingRow *finding, Month first, Month last)
{
  const gsize count = report_row_count (report, REPORT_ROLLFORWARD);
  ReportBuffer buffer = { 0 };
  Amount sum = amount_known (decimal_from_int (0));

  for (gsize i = first_of_customer (report, REPORT_ROLLFORWARD, finding->customer_id); i < count;
       i++)
    {
      const RollForwardRow *row = report_read (report, REPORT_ROLLFORWARD, i, &buffer);

      if (g_strcmp0 (row->customer_id, finding->customer_id) != 0)
        break;
      if (g_strcmp0 (row->currency, finding->currency) == 0 && row->month >= first
          && row->month <= last)
        amount_accumulate (&sum, row->used);
    }
  return sum;
}

static Amount
credited_between (const Report *report, const FindingRow *finding, Month first, Month last)
{
  const gsize count = report_row_count (report, REPORT_TIE_OUT);
  ReportBuffer buffer = { 0 };
  Amount sum = amount_known (decimal_from_int (0));

  for (gsize i = first_of_customer (report, REPORT_TIE_OUT, finding->customer_id); i < count; i++)
    {
      const TieOutRow *row = report_read (report, REPORT_TIE_OUT, i, &buffer);

      if (g_strcmp0 (row->customer_id, finding->customer_id) != 0)
        break;
      if (g_strcmp0 (row->currency, finding->currency) == 0 && row->month >= first
          && row->month <= last)
        amount_accumulate (&sum, row->invoice_credit);
    }
  return sum;
}

Amount
case_gap_difference (const Report *report, const FindingRow *finding, Month first, Month last)
{
  Amount difference = used_between (report, finding, first, last);
  Amount credited = credited_between (report, finding, first, last);

  credited.value = decimal_negate (credited.value);
  amount_accumulate (&difference, credited);
  return difference;
}

gboolean
case_gap_tie_out (const Report *report, const FindingRow *finding, TieOutRow *row)
{
  const gsize count = report_row_count (report, REPORT_TIE_OUT);
  ReportBuffer buffer = { 0 };

  for (gsize i = first_of_customer (report, REPORT_TIE_OUT, finding->customer_id); i < count; i++)
    {
      const TieOutRow *here = report_read (report, REPORT_TIE_OUT, i, &buffer);

      if (g_strcmp0 (here->customer_id, finding->customer_id) != 0)
        break;
      if (g_strcmp0 (here->currency, finding->currency) == 0 && here->month == finding->month)
        {
          *row = *here;
          return TRUE;
        }
    }
  return FALSE;
}
