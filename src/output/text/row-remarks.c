/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/row-remarks.h"

#include "base/printable.h"
#include "core/month/agreement-end.h"

const char *
row_remarks_of_tie_out (const TieOutRow *row)
{
  if (row->result == TIE_OUT_ROUNDING)
    return "within rounding";
  if (row->result == TIE_OUT_AGREES && row->difference.known
      && !decimal_is_zero (row->difference.value))
    return "within tolerance";
  return NULL;
}

const char *
row_remarks_on_allowance (void)
{
  return "Allowance: what rounding can make of a row, 0.005 (in a currency without cents 0.5) for "
         "each of its ACO credit lines. A difference beyond the tolerance but within the "
         "allowance is called rounding.";
}

char *
row_remarks_of_agreement (const AgreementRow *row, const MoneyPlaces *places)
{
  const gboolean is_unreported = agreement_end_is_unreported (row);
  char month[MONTH_TEXT_SIZE] = "-";

  if (!is_unreported && !agreement_end_is_unseen (row))
    return NULL;
  if (row->last_month != MONTH_NONE)
    calendar_print_month (row->last_month, month);

  g_autofree char *currency = printable_text (row->currency);
  g_autofree char *amount = money_places_print (
      places, is_unreported ? row->balance : agreement_end_lost (row), row->currency);
  if (is_unreported)
    return g_strdup_printf ("not reported since %s; last balance %s %s", month, amount, currency);
  return g_strdup_printf ("at most %s %s forfeited; the last balance row read is of %s", amount,
                          currency, month);
}
