/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_CREDIT_BOOK_H
#define CORE_BOOK_CREDIT_BOOK_H

#include "core/record/balance-row.h"

/**
 * CreditBook: every credit's months, as the balance reports state them (spec section 3, "Repeated
 * balance rows"). Knows no invoices and derives nothing: used, forfeited and states are the
 * business of roll-forward and agreement-state.
 *
 * Memory follows credits x months, and repeated rows: which of them counts depends on all that were
 * read before, so their figures are kept.
 * Books merge: credit_book_merge() of two books that were read one after the other gives the book
 * of the whole reading.
 */
typedef struct CreditBook CreditBook;

/** Which credit; ids in lower case, the currency in upper case, the name as given. */
typedef struct
{
  char *customer;
  char *agreement;
  char *credit_name;
  char *currency;
} CreditKey;

/** What one row says, in the credit's currency. */
typedef struct
{
  Position at;
  Decimal credit_amount;  /* C */
  Decimal balance_amount; /* B */
  BalanceStatus status;
  char *status_text; /* in lower case; "" when absent or empty */
  Day effective;
  Day expiry;
} CreditFigures;

typedef struct
{
  Month month;
  CreditFigures counted; /* the row that counts; its text is borrowed from @rows where there are */
  GPtrArray *rows;       /* of CreditFigures, all in reading order; NULL: there is but one */
} CreditMonth;

/** One credit; @months holds CreditMonth pointers, ascending. */
typedef struct
{
  CreditKey key;
  GPtrArray *months;
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

CreditBook *credit_book_new (void);
void credit_book_free (CreditBook *self); /* NULL is fine */

void credit_book_add (CreditBook *self, const BalanceRow *row);

/** What counts of the row's key and month; NULL: nothing was read of it. */
const CreditFigures *credit_book_find (const CreditBook *self, const BalanceRow *row);

/** @later was read after @self; it is left empty. */
void credit_book_merge (CreditBook *self, CreditBook *later);

/** Sorted by customer, agreement, credit name, currency; pointers live as long as the book. */
GPtrArray *credit_book_list (const CreditBook *self); /* of const Credit *; (transfer container) */
/** Of CreditRepeat, in reading order. (transfer full) */
GArray *credit_book_repeats (const CreditBook *self);

/** The first month of the credit after @month; MONTH_NONE: there is none. */
Month credit_book_next_month (const Credit *credit, Month month);

/** TRUE when the status text says expired (whatever the dates say). */
gboolean credit_book_figures_are_expired (const CreditFigures *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CreditBook, credit_book_free)

#endif
