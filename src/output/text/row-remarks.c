/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/row-remarks.h"

#include "base/language/language-date.h"
#include "base/printable.h"
#include "core/month/agreement-end.h"

const char *
row_remarks_of_tie_out (const TieOutRow *row)
{
  if (row->result == TIE_OUT_ROUNDING)
    return N_ ("within rounding");
  if (row->result == TIE_OUT_AGREES && row->difference.known
      && !decimal_is_zero (row->difference.value))
    return N_ ("within tolerance");
  return NULL;
}

const char *
row_remarks_on_allowance (void)
{
  return N_ (
      "Allowance: what rounding can make of a row, 0.005 (in a currency without cents 0.5) for "
      "each of its ACO credit lines. A difference beyond the tolerance but within the "
      "allowance is called rounding.");
}

char *
row_remarks_of_agreement (const AgreementRow *row, const MoneyPlaces *places)
{
  const gboolean is_unreported = agreement_end_is_unreported (row);
  const Language *language = money_places_language (places);

  if (!is_unreported && !agreement_end_is_unseen (row))
    return NULL;

  g_autofree char *month = row->last_month != MONTH_NONE
                               ? language_date_of_month (language, row->last_month)
                               : g_strdup ("-");
  g_autofree char *currency = printable_text (row->currency);
  g_autofree char *amount = money_places_print (
      places, is_unreported ? row->balance : agreement_end_lost (row), row->currency);
  if (is_unreported)
    return g_strdup_printf (
        language_say (language, "not reported since %1$s; last balance %2$s %3$s"), month, amount,
        currency);
  return g_strdup_printf (
      language_say (language, "at most %1$s %2$s forfeited; the last balance row read is of %3$s"),
      amount, currency, month);
}
