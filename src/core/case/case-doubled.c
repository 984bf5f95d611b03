/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-doubled.h"

#include <string.h>

#include "core/case/case-gap.h"

/* All that is credited, or used by day, in the row of a difference is there twice. */
static gboolean
is_doubled (const Report *report, const FindingRow *row)
{
  TieOutRow tie_out;
  Amount twice, once;

  if (!case_gap_tie_out (report, row, &tie_out))
    return FALSE;
  twice = tie_out.invoice_credit;
  once = row->code == FINDING_BALANCE_INVOICE_DIFFERENCE ? tie_out.balance_used
                                                         : tie_out.usage_credit;
  return twice.known && once.known
         && decimal_equal (twice.value, decimal_add (once.value, once.value));
}

static gboolean
is_of_doubled (const Report *report, const FindingRow *head, const FindingRow *row)
{
  if (row->code == FINDING_ROWS_READ_TWICE)
    return g_strcmp0 (row->subject, head->subject) == 0
           && g_strcmp0 (row->currency, head->currency) == 0;
  if (g_strcmp0 (row->currency, head->currency) != 0 || row->month != head->month)
    return FALSE;
  if (row->code == FINDING_BALANCE_INVOICE_DIFFERENCE
      || row->code == FINDING_INVOICE_USAGE_DIFFERENCE)
    return is_doubled (report, row);
  /* The subject of an invoice is "NUMBER//", that of its line "NUMBER/product/sku". */
  return row->code == FINDING_CREDIT_UNPAIRED && row->subject != NULL && head->subject != NULL
         && strlen (head->subject) > 1
         && strncmp (row->subject, head->subject, strlen (head->subject) - 1) == 0
         && g_strcmp0 (row->file, head->file) == 0;
}

static void
take_doubled (CaseDraft *draft, FindingCode code, Decimal *sum)
{
  const guint end = case_set_first_of (draft->set, code + 1);

  for (guint i = case_set_first_of (draft->set, code); i < end; i++)
    {
      const FindingRow *row = case_set_finding (draft->set, i);
      const Decimal amount = decimal_absolute (row->amount);

      if (i == draft->anchor || !case_set_is_free (draft->set, i)
          || !is_of_doubled (case_set_report (draft->set), case_draft_head (draft), row))
        continue;
      g_array_append_val (draft->findings, i);
      decimal_accumulate (sum, &amount);
    }
}

gboolean
case_doubled_join (CaseDraft *draft)
{
  const FindingRow *head = case_draft_head (draft);
  Decimal rows = decimal_absolute (head->amount), differences = decimal_from_int (0);
  Decimal others = decimal_from_int (0); /* the same money once more */

  if (head->severity != SEVERITY_ERROR)
    return FALSE;
  take_doubled (draft, FINDING_CREDIT_UNPAIRED, &others);
  take_doubled (draft, FINDING_BALANCE_INVOICE_DIFFERENCE, &differences);
  take_doubled (draft, FINDING_INVOICE_USAGE_DIFFERENCE, &others);
  take_doubled (draft, FINDING_ROWS_READ_TWICE, &rows);
  draft->amount = decimal_max (rows, differences);
  return TRUE;
}
