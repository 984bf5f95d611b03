/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_CREDIT_BOOK_H
#define CORE_BOOK_CREDIT_BOOK_H

#include "core/book/row-ids.h"
#include "core/record/balance-row.h"

/**
 * CreditBook: every credit's months, as the balance reports state them (spec section 3, "Repeated
 * balance rows"). Knows no invoices and derives nothing: used, forfeited and states are the
 * business of roll-forward and agreement-state.
 *
 * Memory follows credits x months, about 100 bytes each, and repeated rows: which of them counts
 * depends on all that were read before, so their figures are kept.
 * Books merge: credit_book_merge() of two books that were read one after the other gives the book
 * of the whole reading.
 */
typedef struct CreditBook CreditBook;

/** Which credit; ids in lower case, the currency in upper case, the name as given. */
typedef struct
{
  const char *customer; /* these are kept by the row-ids of the book */
  const char *agreement;
  const char *credit_name;
  const char *currency;
} CreditKey;

/** What one row says, in the credit's currency. */
typedef struct
{
  Position at;
  PackedDecimal credit;    /* C; see credit_book_credit_amount() */
  PackedDecimal balance;   /* B; see credit_book_balance_amount() */
  const char *status_text; /* in lower case; "" when absent or empty; kept by the row-ids */
  BalanceStatus status;
  Day effective;
  Day expiry;
} CreditFigures;

typedef struct
{
  Month month;
  CreditFigures counted; /* the row that counts */
  GArray *rows;          /* of CreditFigures, all in reading order; NULL: there is but one */
} CreditMonth;

/** One credit; its months ascend by credit_book_month(). */
typedef struct
{
  CreditKey key;
  guint month_count;
  guint month_room;    /* at @months and @order */
  CreditMonth *months; /* as they were read */
  guint *order;        /* of their places; NULL: they ascend as they are */
} Credit;

/** A further row of a key and month that was read already, against the row that counted so far. */
typedef struct
{
  const Credit *credit;
  Month month;
  Position at;
  Position other;       /* the row it is compared with */
  gboolean conflicting; /* other figures (ACO107); else ACO106, and the other row stays */
  gboolean counts;      /* of the two, this one counts from here on */
  Decimal difference;   /* its C - the other's C; 0 when not conflicting */
} CreditRepeat;

/** Takes a reference of @ids over. */
CreditBook *credit_book_new (RowIds *ids);
void credit_book_free (CreditBook *self); /* NULL is fine */

void credit_book_add (CreditBook *self, const BalanceRow *row);

/** What became of a row that no file of the run has. */
typedef struct
{
  CreditKey key;         /* of the row; as kept in the book */
  CreditFigures figures; /* of the row */
  gboolean added;        /* FALSE: something was read of its key and month, and counts */
  gboolean differs;      /* what was read says something else */
} CreditAddition;

/** Adds @row, whose position is unset, only where nothing was read of its key and month. */
CreditAddition credit_book_add_missing (CreditBook *self, const BalanceRow *row);

/** @later was read after @self; it is left empty. */
void credit_book_merge (CreditBook *self, CreditBook *later);

/** Sorted by customer, agreement, credit name, currency; valid until a row is added or merged. */
GPtrArray *credit_book_list (const CreditBook *self); /* of const Credit *; (transfer container) */
/** Of CreditRepeat, in reading order. (transfer full) */
GArray *credit_book_repeats (const CreditBook *self);

/** The first month of the credit after @month; MONTH_NONE: there is none. */
Month credit_book_next_month (const Credit *credit, Month month);

/** The month at @index, of month_count, ascending. */
static inline CreditMonth *
credit_book_month (const Credit *credit, guint index)
{
  return &credit->months[credit->order != NULL ? credit->order[index] : index];
}

static inline Decimal
credit_book_credit_amount (const CreditFigures *figures)
{
  return decimal_unpack (figures->credit);
}

static inline Decimal
credit_book_balance_amount (const CreditFigures *figures)
{
  return decimal_unpack (figures->balance);
}

/** TRUE when the status text says expired (whatever the dates say). */
static inline gboolean
credit_book_figures_are_expired (const CreditFigures *figures)
{
  return figures->status == STATUS_EXPIRED;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CreditBook, credit_book_free)

#endif
