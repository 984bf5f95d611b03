/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/verdict/verdict-counts.h"

#include "base/language/language-number.h"

static void
add_known (MoneyTally *tally, const char *currency, const Amount *amount)
{
  if (amount->known)
    money_tally_add (tally, currency, amount->value);
}

static void
count_agreeing (VerdictCounts *tie, const TieOutRow *row)
{
  tie->agrees++;
  tie->rounding += row->result == TIE_OUT_ROUNDING;
  if (row->result == TIE_OUT_AGREES && !decimal_is_zero (row->difference.value))
    {
      tie->tolerated++;
      money_tally_raise (tie->widest, row->currency, decimal_absolute (row->difference.value));
    }
  add_known (tie->agreed, row->currency, &row->invoice_credit);
}

static void
count_row (VerdictCounts *tie, const TieOutRow *row)
{
  tie->rows++;
  switch (row->result)
    {
    case TIE_OUT_AGREES:
    case TIE_OUT_ROUNDING:
      count_agreeing (tie, row);
      break;
    case TIE_OUT_DIFFERS:
      tie->differs++;
      money_tally_add (tie->difference, row->currency, decimal_absolute (row->difference.value));
      break;
    case TIE_OUT_NOT_COMPARABLE:
    default:
      tie->not_comparable++;
      add_known (tie->balance, row->currency, &row->balance_used);
      add_known (tie->invoice, row->currency, &row->invoice_credit);
    }
}

VerdictCounts
verdict_counts_of (const Report *report, gboolean plain, const Language *language)
{
  VerdictCounts tie = { .plain = plain,
                        .language = language,
                        .agreed = money_tally_new (),
                        .difference = money_tally_new (),
                        .widest = money_tally_new (),
                        .balance = money_tally_new (),
                        .invoice = money_tally_new () };

  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    count_row (&tie, report_read (report, REPORT_TIE_OUT, i, &buffer));
  return tie;
}

void
verdict_counts_clear (VerdictCounts *tie)
{
  money_tally_free (tie->agreed);
  money_tally_free (tie->difference);
  money_tally_free (tie->widest);
  money_tally_free (tie->balance);
  money_tally_free (tie->invoice);
}

char *
verdict_counts_money (const VerdictCounts *self, const MoneyTally *tally)
{
  return self->plain ? money_tally_to_plain (tally) : money_tally_to_string (tally, self->language);
}

char *
verdict_counts_number (const VerdictCounts *self, gsize count)
{
  return self->plain ? g_strdup_printf ("%" G_GSIZE_FORMAT, count)
                     : language_number_of_count (self->language, count);
}
