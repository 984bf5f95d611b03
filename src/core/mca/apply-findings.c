/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-findings.h"

#include <string.h>

#include "core/mca/mca-amount.h"

/* Charges of one currency that a finding is about. */
typedef struct
{
  guint64 count;
  guint first; /* in the order of reading */
  Decimal amount;
} Tally;

typedef struct
{
  ApplySummaryRow sum;
  Day day; /* of its last charge; DAY_NONE: there was none */
  Tally due[DUE_COUNT];
  Tally rules[EXCLUSION_COUNT];
} Currency;

struct ApplyTallies
{
  const ApplyPayments *payments;
  GTree *currencies; /* char * -> Currency */
  Currency *last;    /* most charges have the currency of the one before */
};

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

ApplyTallies *
apply_findings_new (const ApplyPayments *payments)
{
  ApplyTallies *self = g_new0 (ApplyTallies, 1);

  self->payments = payments;
  self->currencies = g_tree_new_full (compare_texts, NULL, NULL, g_free);
  return self;
}

void
apply_findings_free (ApplyTallies *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->currencies);
  g_free (self);
}

static Currency *
currency_of (ApplyTallies *self, const char *name)
{
  if (self->last != NULL && strcmp (self->last->sum.currency, name) == 0)
    return self->last;
  self->last = g_tree_lookup (self->currencies, name);
  if (self->last == NULL)
    {
      self->last = g_new0 (Currency, 1);
      self->last->sum.currency = name;
      g_tree_insert (self->currencies, (gpointer) (guintptr) name, self->last);
    }
  return self->last;
}

/* Counting */

static void
end_day (const ApplyTallies *self, Currency *currency)
{
  if (currency->day != DAY_NONE && currency->sum.zero_on == DAY_NONE
      && apply_payment_is_zero (self->payments, currency->sum.currency, currency->day))
    currency->sum.zero_on = currency->day;
}

void
apply_findings_begin_charge (ApplyTallies *self, const ApplyCharge *charge)
{
  Currency *currency = currency_of (self, charge->currency);

  if (currency->day != charge->date)
    end_day (self, currency);
  currency->day = charge->date;
}

static void
tally (Tally *self, guint place, Decimal amount)
{
  self->first = self->count == 0 ? place : MIN (self->first, place);
  self->count++;
  decimal_accumulate (&self->amount, &amount);
}

void
apply_findings_count (ApplyTallies *self, const ApplyCharge *charge, const ApplyPaid *paid,
                      guint place)
{
  Currency *currency = currency_of (self, charge->currency);
  ApplySummaryRow *sum = &currency->sum;

  decimal_accumulate (&sum->charges, &charge->amount);
  decimal_accumulate (&sum->credit, &paid->credit);
  decimal_accumulate (&sum->due, &paid->due);
  decimal_accumulate (decimal_sign (charge->amount) < 0 ? &sum->refunds
                      : charge->rule != EXCLUSION_NONE  ? &sum->not_covered
                                                        : &sum->eligible,
                      &charge->amount);
  if (paid->reason == DUE_NOT_COVERED)
    tally (&currency->rules[charge->rule], place, charge->amount);
  else if (paid->reason != DUE_NOTHING)
    tally (&currency->due[paid->reason], place, paid->due);
}

void
apply_findings_count_lot (ApplyTallies *self, const ApplyLotRow *lot)
{
  ApplySummaryRow *sum = &currency_of (self, lot->currency)->sum;

  decimal_accumulate (&sum->opening, &lot->opening.value);
  decimal_accumulate (&sum->lapsed, &lot->lapsed);
  decimal_accumulate (&sum->closing, &lot->closing.value);
}

/* Saying */

typedef struct
{
  ApplyTallies *tallies;
  const McaReckoning *reckoning;
  const ApplyCharges *charges;
} Saying;

static const struct
{
  ApplyDue due;
  FindingCode code;
  const char *message; /* behind the number of charges */
} dues[] = {
  { DUE_EXHAUSTED, FINDING_MCA_CREDIT_EXHAUSTED, N_ ("the credit was used up") },
  { DUE_OUTSIDE_DATES, FINDING_MCA_CHARGE_OUTSIDE_DATES, N_ ("no credit runs on their days") },
  { DUE_REFUND, FINDING_MCA_REFUND, N_ ("refunds give no credit back here") },
  { DUE_NO_LOT, FINDING_MCA_NO_LOT, N_ ("no credit has their currency and billing profile") },
  { DUE_SPONSORSHIP, FINDING_MCA_SPONSORSHIP_LIMIT,
    N_ ("sponsorship credit does not pay for them") },
};

static void
say (const Saying *self, FindingCode code, const Currency *currency, const Tally *found,
     const char *rule, const LanguageSentence *message)
{
  const ApplyCharge *charge = &g_array_index (self->charges->charges, ApplyCharge, found->first);
  const McaFindingFacts facts = { .code = code,
                                  .resource = rule,
                                  .currency = currency->sum.currency,
                                  .amount = found->amount,
                                  .file = charge->file,
                                  .line = charge->line };

  mca_reckoning_find (self->reckoning, &facts, message);
}

static void
say_rule (const Saying *self, const Currency *currency, CreditExclusion rule)
{
  const Tally *found = &currency->rules[rule];
  const char *name = credit_exclusions_name (rule);

  say (self, FINDING_MCA_CHARGE_NOT_COVERED, currency, found, name,
       &(LanguageSentence){
           NP_ ("%s charge: credits do not pay for %s (%s)",
                "%s charges: credits do not pay for %s (%s)"),
           .number = found->count,
           .values = { language_sentence_count (found->count), language_sentence_name (name),
                       language_sentence_word (credit_exclusions_source (rule)) } });
}

static void
say_due (const Saying *self, const Currency *currency, guint due)
{
  const Tally *found = &currency->due[dues[due].due];

  say (self, dues[due].code, currency, found, NULL,
       &(LanguageSentence){ NP_ ("%s charge: %s", "%s charges: %s"), .number = found->count,
                            .values = { language_sentence_count (found->count),
                                        language_sentence_word (dues[due].message) } });
}

static gboolean
add_currency (gpointer key G_GNUC_UNUSED, gpointer value, gpointer data)
{
  const Saying *self = data;
  Currency *currency = value;

  end_day (self->tallies, currency);
  for (guint rule = EXCLUSION_NONE + 1; rule < EXCLUSION_COUNT; rule++)
    if (currency->rules[rule].count > 0)
      say_rule (self, currency, (CreditExclusion) rule);
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    if (currency->due[dues[i].due].count > 0)
      say_due (self, currency, i);
  report_append (self->reckoning->report, APPLY_TABLE_SUMMARY, &currency->sum);
  return FALSE;
}

void
apply_findings_add (ApplyTallies *self, const McaReckoning *reckoning, const ApplyCharges *charges)
{
  Saying saying = { self, reckoning, charges };

  g_tree_foreach (self->currencies, add_currency, &saying);
}
