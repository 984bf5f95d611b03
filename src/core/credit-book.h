/* SPDX-License-Identifier: MIT */
#ifndef CORE_CREDIT_BOOK_H
#define CORE_CREDIT_BOOK_H

#include "core/balance-row.h"

/**
 * CreditBook: every credit's months, as the balance reports state them (spec section 3, "Repeated
 * balance rows"). Knows no invoices and derives nothing: used, forfeited and states are the
 * business of roll-forward and agreement-state.
 *
 * Memory follows credits x months; a repeated row leaves only its position, figure and verdict.
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
  CreditFigures counted; /* the row that counts */
  CreditFigures *first;  /* the month's first row, which lets books merge; NULL: it is counted */
} CreditMonth;

/** One credit; @months holds CreditMonth pointers, ascending. */
typedef struct
{
  CreditKey key;
  GPtrArray *months;
} Credit;

/** A further row of a key and month that was read already. */
typedef struct
{
  const Credit *credit;
  Month month;
  Position at;
  gboolean conflicting; /* other figures: it counts from here on (ACO107); else ACO106 */
  Decimal difference;   /* its C - the earlier C; 0 when not conflicting */
} CreditRepeat;

CreditBook *credit_book_new (void);
void credit_book_free (CreditBook *self); /* NULL is fine */

void credit_book_add (CreditBook *self, const BalanceRow *row);

/** @later was read after @self; it is left empty. */
void credit_book_merge (CreditBook *self, CreditBook *later);

/** Sorted by customer, agreement, credit name, currency; pointers live as long as the book. */
GPtrArray *credit_book_list (const CreditBook *self); /* of const Credit *; (transfer container) */
const GArray *credit_book_repeats (const CreditBook *self); /* of CreditRepeat, in reading order */

/** TRUE when the status text says expired (whatever the dates say). */
gboolean credit_figures_are_reported_expired (const CreditFigures *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CreditBook, credit_book_free)

#endif
