/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/line-findings.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "core/book/reversals.h"

static Month
invoice_month (const Reckoning *reckoning, const char *invoice)
{
  return invoice_months_lookup (reckoning->invoice_months, invoice)->month;
}

static Month
tally_month (const Reckoning *reckoning, const ChargeTally *tally)
{
  return invoice_month (reckoning, tally->invoice);
}

static FindingFacts
facts_of_tally (const Reckoning *reckoning, const ChargeTally *tally)
{
  return (FindingFacts){ .customer = tally->customer,
                         .currency = tally->currency,
                         .month = tally_month (reckoning, tally) };
}

/* The invoice, product and SKU of a line. (transfer full) */
static char *
subject_of_line (const ChargeTally *tally, const char *article)
{
  return g_strdup_printf ("%s/%s", tally->invoice, article);
}

/* "" for all but a line that takes back a credit that was read. (transfer full) */
static char *
reversal_note (const Reckoning *reckoning, const Reversals *reversals, const LineFinding *line)
{
  const Position credit
      = line->code == FINDING_CREDIT_SIGN ? reversals_find (reversals, line->at) : (Position){ 0 };

  if (!position_is_set (credit))
    return g_strdup ("");
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, credit.line);
  /* translators: a file and a line of it */
  return g_strdup_printf (
      language_say (reckoning->language, "; it takes back the credit on %1$s:%2$s"),
      reckoning_file (reckoning, credit), number);
}

/* @note: what follows, maybe "". */
static void
find_line (const Reckoning *reckoning, const FindingFacts *facts, const char *amount,
           const char *note)
{
  switch ((guint) facts->code)
    {
    case FINDING_SUBTOTAL_MISMATCH:
      reckoning_find (
          reckoning, facts,
          "Subtotal is not EffectiveUnitPrice x BillableQuantity x PCToBCExchangeRate by "
          "any of the three rounding rules; off by %s%s",
          amount, note);
      break;
    case FINDING_TOTAL_MISMATCH:
      reckoning_find (reckoning, facts, "Total is not Subtotal + TaxTotal; off by %s%s", amount,
                      note);
      break;
    case FINDING_CREDIT_SIGN:
      reckoning_find (reckoning, facts, "an ACO credit line charges %s instead of crediting%s",
                      amount, note);
      break;
    case FINDING_CREDIT_ON_INELIGIBLE:
      reckoning_find (reckoning, facts, "ACO credit of %s on a product that ACO does not cover%s",
                      amount, note);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
find_lines (const Reckoning *reckoning)
{
  const GArray *lines = charge_book_line_findings (reckoning->books->charges);
  g_autoptr (Reversals) reversals = reversals_new (reckoning->books->charges);

  for (guint i = 0; i < lines->len; i++)
    {
      const LineFinding *line = &g_array_index (lines, LineFinding, i);
      FindingFacts facts = facts_of_tally (reckoning, line->tally);
      g_autofree char *amount = language_number_in_sentence (reckoning->language, line->amount, 2);
      g_autofree char *note = reversal_note (reckoning, reversals, line);
      g_autofree char *subject = subject_of_line (line->tally, line->article);

      facts.code = line->code;
      facts.subject = subject;
      facts.at = line->at;
      facts.amount = line->amount;
      find_line (reckoning, &facts, amount, note);
    }
}

/* Where else a free charge stands; "" when nowhere. (transfer full) */
static char *
elsewhere_note (const Reckoning *reckoning, const InvoiceTally *elsewhere)
{
  char month[LANGUAGE_DATE_SIZE];

  if (elsewhere == NULL)
    return g_strdup ("");
  language_date_print_month (reckoning->language, invoice_month (reckoning, elsewhere->invoice),
                             month);
  return g_strdup_printf (
      language_say (reckoning->language,
                    "; such a charge without a credit stands on invoice %1$s of %2$s"),
      elsewhere->display, month);
}

static void
find_pair (const AcoLine *line, PairResult result, const InvoiceTally *elsewhere,
           gpointer user_data)
{
  const Reckoning *reckoning = user_data;
  const Decimal amount = decimal_unpack (line->credit);

  /* A credit of zero stands against nothing, and takes nothing. */
  if (result == PAIR_PLAIN || decimal_is_zero (amount))
    return;
  FindingFacts facts = facts_of_tally (reckoning, line->tally);
  g_autofree char *credit = language_number_in_sentence (reckoning->language, amount, 2);
  g_autofree char *subject = subject_of_line (line->tally, line->article);

  facts.subject = subject;
  facts.at = line->at;
  facts.amount = amount;
  if (result == PAIR_NONE)
    {
      g_autofree char *note = elsewhere_note (reckoning, elsewhere);

      facts.code = FINDING_CREDIT_UNPAIRED;
      reckoning_find (reckoning, &facts,
                      "no charge of the same product, day, quantity and price stands against this "
                      "ACO credit of %s%s",
                      credit, note);
    }
  else if (result == PAIR_WITH_PEC)
    {
      facts.code = FINDING_ACO_AND_PEC_TOGETHER;
      reckoning_find (reckoning, &facts,
                      "the charge that this ACO credit of %s covers earned Partner Earned Credit "
                      "as well",
                      credit);
    }
}

/* Credits of one reason on several invoices of a month are one finding. */
typedef struct
{
  const char *customer;
  const char *currency;
  const char *reason;
  const char *display;
  Month month;
  guint64 lines;
  Decimal credit;
  Position first;
} OtherCredit;

static int
compare_other_credits (gconstpointer a, gconstpointer b)
{
  const OtherCredit *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = x->month - y->month;
  if (order == 0)
    order = strcmp (x->currency, y->currency);
  if (order == 0)
    order = strcmp (x->reason, y->reason);
  return order != 0 ? order : position_compare (x->first, y->first);
}

static gboolean
is_same_other_credit (const OtherCredit *a, const OtherCredit *b)
{
  return a->month == b->month && strcmp (a->customer, b->customer) == 0
         && strcmp (a->currency, b->currency) == 0 && strcmp (a->reason, b->reason) == 0;
}

static GArray *
collect_other_credits (const Reckoning *reckoning)
{
  g_autoptr (GPtrArray) tallies = charge_book_list (reckoning->books->charges);
  GArray *credits = g_array_new (FALSE, FALSE, sizeof (OtherCredit));

  for (guint i = 0; i < tallies->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (tallies, i);
      for (GTreeNode *node = tally_tree_first (tally->other_credits); node;
           node = g_tree_node_next (node))
        {
          const OtherCreditTally *from = g_tree_node_value (node);
          const OtherCredit credit = { .customer = tally->customer,
                                       .currency = tally->currency,
                                       .reason = from->reason,
                                       .display = from->display,
                                       .month = tally_month (reckoning, tally),
                                       .lines = from->lines,
                                       .credit = from->credit,
                                       .first = from->first };
          g_array_append_val (credits, credit);
        }
    }
  g_array_sort (credits, compare_other_credits);
  return credits;
}

static void
find_other_credit (const Reckoning *reckoning, const OtherCredit *credit)
{
  const FindingFacts facts = { .code = FINDING_CREDIT_UNCLASSIFIED,
                               .customer = credit->customer,
                               .currency = credit->currency,
                               .month = credit->month,
                               .at = credit->first,
                               .amount = credit->credit };
  const gboolean unnamed = credit->display[0] == '\0';

  g_autofree char *lines = g_strdup_printf ("%" G_GUINT64_FORMAT, credit->lines);

  if (unnamed)
    reckoning_find (reckoning, &facts,
                    language_say_count (
                        reckoning->language, "%s credit line that is not ACO, with no reason given",
                        "%s credit lines that are not ACO, with no reason given", credit->lines),
                    lines);
  else
    reckoning_find (reckoning, &facts,
                    language_say_count (
                        reckoning->language, "%s credit line that is not ACO, with reason \"%s\"",
                        "%s credit lines that are not ACO, with reason \"%s\"", credit->lines),
                    lines, credit->display);
}

static void
find_other_credits (const Reckoning *reckoning)
{
  g_autoptr (GArray) credits = collect_other_credits (reckoning);
  guint i = 0;

  while (i < credits->len)
    {
      OtherCredit sum = g_array_index (credits, OtherCredit, i);
      for (i++; i < credits->len; i++)
        {
          const OtherCredit *next = &g_array_index (credits, OtherCredit, i);
          if (!is_same_other_credit (&sum, next))
            break;
          sum.lines += next->lines;
          decimal_accumulate (&sum.credit, &next->credit);
          sum.first = position_first (sum.first, next->first);
        }
      find_other_credit (reckoning, &sum);
    }
}

void
line_findings_report (const Reckoning *reckoning)
{
  Reckoning context = *reckoning;

  find_lines (reckoning);
  charge_book_pairs (reckoning->books->charges, find_pair, &context);
  find_other_credits (reckoning);
}
