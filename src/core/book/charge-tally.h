/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_CHARGE_TALLY_H
#define CORE_BOOK_CHARGE_TALLY_H

#include "core/book/sum/pec-tallies.h"
#include "core/record/invoice-line.h"

/**
 * ChargeTally: the billed lines of one customer on one invoice in one currency, summed by what they
 * are. Amounts are before tax, in that currency, and exact. Tallies of two readings are put
 * together in their order. Does not know which month the invoice bills.
 */

/** ACO credit lines that convert alike; amounts are positive for a credit. */
typedef struct
{
  char *pricing_currency; /* in upper case, may be "" */
  gboolean convertible;   /* price and quantity are given */
  guint64 lines;
  Decimal credit;         /* -sum of Subtotal, in the tally's currency */
  Decimal pricing_credit; /* -sum of T(E x Q), in the pricing currency */
  Decimal rate_drift;     /* sum of 0.01 x R where R is not 1 (ACO402) */
  Position first;
} AcoTally;

/** Credits that are not ACO, of one reason; positive for a credit. */
typedef struct
{
  char *reason;  /* in lower case, may be "" */
  char *display; /* as first read */
  guint64 lines;
  Decimal credit;
  Position first;
} OtherCreditTally;

/** One customer on one invoice in one currency. */
typedef struct
{
  char *customer;          /* in lower case */
  char *invoice;           /* in lower case */
  char *currency;          /* in upper case */
  DecimalSum charges;      /* sum of Subtotal of lines that are no credit; refunds are < 0 in it */
  DecimalSum plain;        /* of charges: Azure usage without PEC */
  DecimalSum aco_on_usage; /* ACO credits whose product class is Azure usage; > 0: credit */
  GTree *pricing;          /* of char *, in upper case: the PricingCurrencies of all its lines */
  PecTallySet *pec;        /* Azure usage with PEC */
  GTree *aco;              /* of AcoTally */
  GTree *other_credits;    /* of OtherCreditTally */
  Position first;          /* of all its lines */
  Position first_pec;      /* unset where there is none; also of the next two */
  Position first_plain;
  Position first_aco;
  gpointer merged_into;     /* used while books merge */
  const char *last_pricing; /* the @pricing of the line before */
} ChargeTally;

ChargeTally *charge_tally_new (Slice customer, Slice invoice, Slice currency);
void charge_tally_free (gpointer tally); /* NULL is fine */
/**
 * @line is classified. @pricing: a text that stands in one place for each PricingCurrency, as long
 * as lines are added, so that where it stands tells it; NULL: there is no such place.
 */
void charge_tally_add (ChargeTally *self, const InvoiceLine *line, const char *pricing);
/** @later was read after @self, and is left as it was. */
void charge_tally_merge (ChargeTally *self, const ChargeTally *later);

/* What was folded elsewhere, one part after the other; the texts are copied. */
void charge_tally_join_pricing (ChargeTally *self, Slice currency);
void charge_tally_join_aco (ChargeTally *self, const AcoTally *later);
void charge_tally_join_other_credit (ChargeTally *self, const OtherCreditTally *later);

/** -sum of Subtotal of all ACO credit lines, and of all credits that are not ACO; > 0: credit. */
Decimal charge_tally_aco_used (const ChargeTally *self);
Decimal charge_tally_other_credits (const ChargeTally *self);

#endif
