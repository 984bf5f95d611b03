/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_STATEMENT_H
#define CORE_ANSWER_STATEMENT_H

#include "core/report/report.h"

/**
 * Statement: what one customer is told about its Azure credit. It owns copies of that customer's
 * rows and refers to nothing else, so that no word of another customer can be in it; source files,
 * lines and findings are not in it either. Amounts are in the currency that stands beside them.
 */

typedef enum
{
  STATEMENT_EXPIRING, /* the order in which credits are listed */
  STATEMENT_ACTIVE,
  STATEMENT_NOT_STARTED,
  STATEMENT_UNREPORTED, /* it left the balance reports before it ended */
  STATEMENT_USED,
  STATEMENT_EXPIRED,
  STATEMENT_UNKNOWN /* the balance reports say nothing of it by the as-of date */
} StatementState;

/** opening + granted - used - forfeited + correction = closing */
typedef struct
{
  Month month;
  Amount opening;
  Amount granted;
  Amount used;
  Decimal forfeited;
  Decimal correction;
  Decimal closing;
  gboolean covers_more; /* also the months before it, for which no balance report was read */
} StatementMonth;

/** One credit of an agreement. granted = used + forfeited + left, all since it began. */
typedef struct
{
  char *agreement;
  char *name; /* NULL: none given */
  char *currency;
  StatementState state; /* on the as-of date, as are the members up to days_left */
  Day effective;
  Day expiry;
  Decimal granted;
  Decimal used;
  Decimal forfeited; /* with what was left when it expired */
  Decimal left;      /* what can still be used, now or once it has started */
  /* What is left or forfeited was not seen: left is not known, forfeited at most as much. */
  gboolean rest_unknown;
  Month last_month;     /* of the last balance report with it; MONTH_NONE: never told */
  Decimal last_balance; /* what that one shows as left */
  gboolean days_left_known;
  gint64 days_left;
  GArray *months; /* of StatementMonth, ascending; none: no balance report in the period */
} StatementCredit;

typedef struct
{
  char *product; /* "": not named */
  Decimal amount;
} StatementProduct;

/** What credit was used for in a month and currency. */
typedef struct
{
  Month month;
  char *currency;
  gboolean has_balance; /* a balance report tells what was used */
  Amount used;          /* by that report, of all credits in the currency */
  GArray *products;     /* of StatementProduct: by the invoices; greatest first */
} StatementUse;

typedef struct
{
  Month month;
  char *currency;
  Decimal list; /* value of the usage at list price */
  Decimal earned;
} StatementPec;

typedef struct
{
  char *customer; /* the id, in lower case */
  char *name;     /* NULL: never given */
  Day as_of;      /* DAY_NONE: there was no month to take it from */
  gboolean complete;
  gboolean read_twice; /* rows that it was made from count twice (ACO907, error) */
  Month first;         /* the period; MONTH_NONE: no month is on record */
  Month last;
  GPtrArray *credits; /* of StatementCredit */
  GPtrArray *uses;    /* of StatementUse, by month and currency */
  GArray *pec;        /* of StatementPec, by month and currency; none unless wanted */
} Statement;

/** Empty, for the statement report to fill. The texts are copied. */
Statement *statement_new (const char *customer, const char *name, Day as_of, gboolean complete);
void statement_free (Statement *self); /* NULL is fine */

/* For the statement report alone: finds or adds; texts are copied. */
StatementCredit *statement_credit (Statement *self, const char *agreement, const char *name,
                                   const char *currency);
StatementUse *statement_use (Statement *self, Month month, const char *currency);
/** Puts credits and uses in their order. */
void statement_sort (Statement *self);

/** FALSE: nothing is on record that could be stated. */
gboolean statement_has_credit (const Statement *self);

/** Sum of the products. */
Decimal statement_use_itemised (const StatementUse *self);
/** What the balance report says beyond it; may be negative; 0 where that is not known. */
Decimal statement_use_rest (const StatementUse *self);

/** Some month's balance changed by neither grant nor use nor expiry. */
gboolean statement_credit_has_correction (const StatementCredit *self);

/** Of all months together. @self->months must not be empty. */
StatementMonth statement_credit_sum (const StatementCredit *self);

/** The figures of one currency in short. */
typedef struct
{
  const char *currency; /* borrowed from the statement */
  Amount left;          /* of credits that can be used on the as-of date; not known when one of
                           them left the balance reports */
  Amount used;          /* in the period */
  gboolean has_months;  /* of the period a balance report was read */
  Day expiry;           /* the next one of a credit with something left; DAY_NONE: none known */
  gint64 days_left;     /* to it */
  Decimal expiring;     /* what is left of the credits that expire then */
} StatementGlance;

/** One per currency of the credits, by currency. (transfer full) */
GArray *statement_glances (const Statement *self); /* of StatementGlance */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Statement, statement_free)

#endif
