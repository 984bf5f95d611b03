/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_MONTH_LEDGER_H
#define CORE_MONTH_MONTH_LEDGER_H

#include "core/book/books.h"
#include "core/month/month-activity.h"
#include "core/month/roll-forward.h"

/**
 * MonthLedger: balances, invoice lines and daily usage side by side, one cell per customer,
 * currency and month. Where tie-out, waterfall and credit order find their figures; decides
 * nothing but in which currency a credit counts (spec section 3, "Tie-out").
 */
typedef struct MonthLedger MonthLedger;

/** What cells of one customer and month share. */
typedef struct
{
  guint balance_currencies; /* in how many currencies the customer has balance rows */
  gboolean has_usage;       /* billed daily rows of the customer and month were read */
} CustomerMonth;

/** The balance rows of the customer, currency and month. */
typedef struct
{
  guint credits;            /* 0: no balance row */
  Amount used;              /* sum; unknown if one is */
  gboolean moved;           /* some used is unknown or not 0 */
  gboolean has_gap;         /* some used covers more than this month */
  Amount available;         /* sum of opening + granted; unknown if an opening is */
  gboolean is_partial;      /* some key with opening + granted > 0 does not cover the month */
  Decimal balance;          /* sum of B */
  Decimal covering_balance; /* sum of B of keys that cover the month and are not reported expired */
  Decimal spendable;        /* sum of B + forfeited of the keys where that is more than 0 */
  Position first;
} BalanceSide;

/** The billed lines whose Currency this is. */
typedef struct
{
  gboolean has_lines;
  gboolean is_priced; /* of the customer and month there are lines with this PricingCurrency */
  Decimal charges;
  Decimal aco_used;
  guint64 aco_lines;
  Decimal aco_on_usage;
  Decimal other_credits;
  Decimal plain;
  PecTallySet *pec;
  Position first_aco;
  Position first_pec;
  Position first_plain;
} InvoiceSide;

/** ACO credits that count in this currency, by either currency of their line or row. */
typedef struct
{
  guint64 lines;
  Decimal invoice_credit;
  Decimal drift; /* what rounding may move (ACO402): a unit of the currency per line, and rates */
  Position first_line;
  guint64 usage_tallies; /* 0: no ACO-credited daily row */
  Decimal usage_credit;  /* not rounded */
  Position first_usage;
} CreditSide;

typedef struct
{
  const char *customer;
  const char *currency;
  Month month;
  CustomerMonth *peers;
  BalanceSide balance;
  InvoiceSide invoice;
  CreditSide credit;
} MonthCell;

/**
 * Of one customer, or of several. @rows: of RollForward, sealed ones make no cells; @charges: of
 * const ChargeTally *; @usage: of const UsageTally *, in the measure that @gross says
 * (usage_book_is_gross()). All of them must outlive the ledger like the books must.
 */
MonthLedger *month_ledger_new (const GArray *rows, const GPtrArray *charges, const GPtrArray *usage,
                               gboolean gross, const InvoiceMonths *invoice_months);
void month_ledger_free (MonthLedger *self); /* NULL is fine */

/** By customer, currency, month; of const MonthCell *. */
const GPtrArray *month_ledger_cells (const MonthLedger *self);
/** NULL where there is none. */
const MonthCell *month_ledger_find (const MonthLedger *self, const char *customer,
                                    const char *currency, Month month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonthLedger, month_ledger_free)

#endif
