/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/tie-out.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"

#include <string.h>

#include "base/currency.h"

/** One row on its way into the report. */
typedef struct TieOut TieOut;
struct TieOut
{
  const MonthCell *cell;
  gboolean has_balance_account;
  Amount balance_used;
  Amount invoice_credit; /* known: there is an invoice account */
  Amount usage_credit;
  Amount difference;
  Decimal allowance;
  TieOutResult result;
  const TieOut *cancelled_by; /* the neighbouring month whose difference is the opposite, or NULL */
};

static gboolean
is_tied_out (const MonthCell *cell)
{
  return cell->balance.moved || cell->credit.lines > 0 || cell->credit.usage_tallies > 0;
}

/* The customer has balances of that month, but not in the currency of these credit lines. */
static gboolean
is_in_other_currency (const MonthCell *cell)
{
  return cell->credit.lines > 0 && cell->balance.credits == 0
         && cell->peers->balance_currencies > 0;
}

/* A partner has an account, with a balance report and an invoice, for each currency. */
static gboolean
has_balance_account (const Reckoning *reckoning, const MonthCell *cell)
{
  return month_activity_has_balances (reckoning->activity, cell->month, cell->currency);
}

static gboolean
has_invoice_account (const Reckoning *reckoning, const MonthCell *cell)
{
  return cell->invoice.is_priced
         || month_activity_has_lines (reckoning->activity, cell->month, cell->currency);
}

/* Half of what a line is rounded to, for every credit line. */
static Decimal
rounding_allowance (const MonthCell *cell)
{
  const Decimal half = currency_is_whole (slice_of (cell->currency)) ? decimal_from_scaled (5, 1)
                                                                     : decimal_from_scaled (5, 3);
  return decimal_multiply (half, decimal_from_int ((gint64) cell->credit.lines));
}

static void
measure (const Reckoning *reckoning, TieOut *row)
{
  const MonthCell *cell = row->cell;

  row->has_balance_account = has_balance_account (reckoning, cell);
  if (row->has_balance_account)
    row->balance_used = cell->balance.used;
  if (has_invoice_account (reckoning, cell))
    {
      row->invoice_credit = amount_known (cell->credit.invoice_credit);
      row->allowance = rounding_allowance (cell);
    }
  if (month_activity_has_usage (reckoning->activity, cell->month))
    row->usage_credit
        = amount_known (decimal_round (cell->credit.usage_credit, 2, DECIMAL_HALF_UP));
  if (row->balance_used.known && row->invoice_credit.known)
    row->difference
        = amount_known (decimal_subtract (row->balance_used.value, row->invoice_credit.value));
}

/* @has_other_currency: a row of this customer and month has ACO404. */
static TieOutResult
judge (const Reckoning *reckoning, const TieOut *row, gboolean has_other_currency)
{
  const MonthCell *cell = row->cell;

  if (!row->difference.known || cell->balance.has_gap || is_in_other_currency (cell)
      || (has_other_currency && cell->credit.lines == 0))
    return TIE_OUT_NOT_COMPARABLE;
  const Decimal difference = decimal_absolute (row->difference.value);
  if (decimal_compare (difference, reckoning->plan->tolerance) <= 0)
    return TIE_OUT_AGREES;
  return decimal_compare (difference, row->allowance) <= 0 ? TIE_OUT_ROUNDING : TIE_OUT_DIFFERS;
}

static void
add_row (const Reckoning *reckoning, const TieOut *row)
{
  Report *report = reckoning->report;
  const MonthCell *cell = row->cell;
  const TieOutRow out = {
    .customer_id = report_text_of_book (report, cell->customer),
    .customer_name = report_text_of_book (report, reckoning_name (reckoning, cell->customer)),
    .month = cell->month,
    .currency = report_text_of_book (report, cell->currency),
    .balance_used = row->balance_used,
    .invoice_credit = row->invoice_credit,
    .usage_credit = row->usage_credit,
    .difference = row->difference,
    .allowance = row->allowance,
    .result = row->result,
  };
  report_append (report, REPORT_TIE_OUT, &out);
}

static FindingFacts
facts_of_row (const TieOut *row, FindingCode code, Decimal amount)
{
  const MonthCell *cell = row->cell;
  Position at = cell->balance.first;

  if (!position_is_set (at))
    at = cell->credit.first_line;
  if (!position_is_set (at))
    at = cell->credit.first_usage;
  return reckoning_facts_of_cell (cell, code, amount, at);
}

/* Credit that one document counts a month later than the other is one thing. (transfer full) */
static char *
cancel_note (const Reckoning *reckoning, const TieOut *row)
{
  const TieOut *other = row->cancelled_by;
  char months[2][LANGUAGE_DATE_SIZE], month[LANGUAGE_DATE_SIZE];

  if (other == NULL)
    return g_strdup ("");
  const TieOut *first = row->cell->month < other->cell->month ? row : other;
  const gboolean credited_later = decimal_sign (first->difference.value) > 0;
  g_autofree char *difference
      = language_number_in_sentence (reckoning->language, other->difference.value, 2);

  language_date_print_month (reckoning->language, other->cell->month, month);
  language_date_print_month (reckoning->language, first->cell->month, months[0]);
  language_date_print_month (reckoning->language, first->cell->month + 1, months[1]);
  return g_strdup_printf (
      credited_later
          ? language_say (reckoning->language,
                          "; the difference of %1$s, %2$s, cancels this one: the invoice of %3$s "
                          "likely counts the credit of %4$s")
          : language_say (reckoning->language,
                          "; the difference of %1$s, %2$s, cancels this one: the balance report of "
                          "%3$s likely counts the credit of %4$s"),
      month, difference, months[1], months[0]);
}

/* ACO401 and 403 */
static void
find_difference (const Reckoning *reckoning, const TieOut *row)
{
  const FindingFacts facts
      = facts_of_row (row,
                      row->result == TIE_OUT_DIFFERS ? FINDING_BALANCE_INVOICE_DIFFERENCE
                                                     : FINDING_ROUNDING_DIFFERENCE,
                      row->difference.value);
  g_autofree char *used
      = language_number_in_sentence (reckoning->language, row->balance_used.value, 2);
  g_autofree char *credit
      = language_number_in_sentence (reckoning->language, row->invoice_credit.value, 2);

  if (row->result == TIE_OUT_ROUNDING)
    {
      reckoning_find (
          reckoning, &facts,
          "the balance report used %s, the invoice credits %s; no more than rounding of "
          "single lines explains",
          used, credit);
      return;
    }
  g_autofree char *other_month = cancel_note (reckoning, row);
  g_autofree char *partners = reckoning_partner_note (reckoning, row->cell->customer);
  reckoning_find (reckoning, &facts, "the balance report used %s, the invoice credits %s%s%s", used,
                  credit, other_month, partners);
}

/* ACO404 */
static void
find_other_currency (const Reckoning *reckoning, const TieOut *row)
{
  FindingFacts facts
      = facts_of_row (row, FINDING_CURRENCY_NOT_COMPARABLE, row->invoice_credit.value);

  facts.at = row->cell->credit.first_line;
  reckoning_find (reckoning, &facts,
                  "the invoice credits in %s, but the customer's balance rows are in another "
                  "currency",
                  row->cell->currency);
}

/* ACO405 */
static void
find_no_invoice (const Reckoning *reckoning, const TieOut *row)
{
  if (!row->balance_used.known || decimal_is_zero (row->balance_used.value)
      || row->invoice_credit.known)
    return;
  const FindingFacts facts = facts_of_row (row, FINDING_NO_INVOICE, row->balance_used.value);
  g_autofree char *used
      = language_number_in_sentence (reckoning->language, row->balance_used.value, 2);
  reckoning_find (reckoning, &facts,
                  "the balance report used %s %s, but no invoice of this month in %s was read",
                  used, facts.currency, facts.currency);
}

/* ACO402: less in the daily file is what Microsoft documents; more is not. */
static void
find_usage_difference (const Reckoning *reckoning, const TieOut *row)
{
  if (!row->usage_credit.known || !row->invoice_credit.known)
    return;
  const Decimal difference = decimal_subtract (row->invoice_credit.value, row->usage_credit.value);
  const Decimal allowed = decimal_add (reckoning->plan->tolerance, row->cell->credit.drift);
  if (decimal_compare (decimal_absolute (difference), allowed) <= 0)
    return;

  FindingFacts facts = facts_of_row (row, FINDING_INVOICE_USAGE_DIFFERENCE, difference);
  g_autofree char *credit
      = language_number_in_sentence (reckoning->language, row->invoice_credit.value, 2);
  g_autofree char *usage
      = language_number_in_sentence (reckoning->language, row->usage_credit.value, 2);

  facts.at = position_is_set (row->cell->credit.first_line) ? row->cell->credit.first_line
                                                            : row->cell->credit.first_usage;
  facts.has_severity = TRUE;
  facts.severity = decimal_sign (difference) > 0 ? SEVERITY_NOTICE : SEVERITY_ERROR;
  if (decimal_sign (difference) > 0)
    reckoning_find (reckoning, &facts,
                    "the invoice credits %s, the daily usage %s; some credits are reckoned only at "
                    "period end and are never in daily files",
                    credit, usage);
  else
    reckoning_find (reckoning, &facts, "the invoice credits %s, the daily usage %s", credit, usage);
}

static void
tell_row (const Reckoning *reckoning, const TieOut *row)
{
  if (reckoning_reports (reckoning, row->cell->month))
    add_row (reckoning, row);
  if (row->result == TIE_OUT_DIFFERS || row->result == TIE_OUT_ROUNDING)
    find_difference (reckoning, row);
  if (is_in_other_currency (row->cell))
    find_other_currency (reckoning, row);
  find_no_invoice (reckoning, row);
  find_usage_difference (reckoning, row);
}

/* The customers and months with ACO404; their other rows wait for those credits. */
static GHashTable *
peers_in_other_currency (const GPtrArray *cells)
{
  GHashTable *peers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const MonthCell *cell = g_ptr_array_index (cells, i);
      if (is_in_other_currency (cell))
        g_hash_table_add (peers, cell->peers);
    }
  return peers;
}

/* Of TieOut, by customer, currency and month like the cells. */
static GArray *
measure_rows (const Reckoning *reckoning, const GPtrArray *cells)
{
  g_autoptr (GHashTable) other_currency = peers_in_other_currency (cells);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (TieOut), cells->len);

  for (guint i = 0; i < cells->len; i++)
    {
      TieOut row = { .cell = g_ptr_array_index (cells, i) };

      if (!is_tied_out (row.cell))
        continue;
      measure (reckoning, &row);
      row.result = judge (reckoning, &row, g_hash_table_contains (other_currency, row.cell->peers));
      g_array_append_val (rows, row);
    }
  return rows;
}

static gboolean
cancel_each_other (const TieOut *a, const TieOut *b)
{
  return a->result == TIE_OUT_DIFFERS && b->result == TIE_OUT_DIFFERS
         && b->cell->month == a->cell->month + 1
         && strcmp (a->cell->currency, b->cell->currency) == 0
         && strcmp (a->cell->customer, b->cell->customer) == 0
         && decimal_equal (a->difference.value, decimal_negate (b->difference.value));
}

/* Each row with one other at most; the earlier months first. */
static void
join_cancelling_rows (GArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    {
      TieOut *before = &g_array_index (rows, TieOut, i - 1);
      TieOut *row = &g_array_index (rows, TieOut, i);

      if (before->cancelled_by != NULL || !cancel_each_other (before, row))
        continue;
      before->cancelled_by = row;
      row->cancelled_by = before;
    }
}

void
tie_out_report (const Reckoning *reckoning, MissingReports *missing)
{
  g_autoptr (GArray) rows = measure_rows (reckoning, month_ledger_cells (reckoning->ledger));

  join_cancelling_rows (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const TieOut *row = &g_array_index (rows, TieOut, i);
      const MonthCell *cell = row->cell;

      tell_row (reckoning, row);
      if (!row->has_balance_account && !is_in_other_currency (cell))
        missing_reports_add (missing, cell);
    }
}
