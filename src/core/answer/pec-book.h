/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_PEC_BOOK_H
#define CORE_ANSWER_PEC_BOOK_H

#include "base/keyed-hash.h"
#include "core/book/charge-book.h"
#include "core/month/invoice-months.h"
#include "core/record/usage-row.h"

/**
 * PecBook: what earned Partner Earned Credit, and what did not and why (spec section 7.10), per
 * customer, month and currency; from daily rows and, apart from them, from invoice lines.
 *
 * Memory follows customers x months, and for daily rows resources: a record for each, with the
 * days on which it earned the credit and those on which it could have but did not.
 */
typedef struct PecBook PecBook;

/** Why usage earned no Partner Earned Credit. */
typedef enum
{
  PEC_REASON_THIRD_PARTY,
  PEC_REASON_SPOT,
  PEC_REASON_RESERVATION,
  PEC_REASON_SAVINGS_PLAN,
  PEC_REASON_ACO,         /* credited by ACO: never both on the same usage */
  PEC_REASON_UNEXPLAINED, /* nothing speaks against it: access lost? */
  PEC_REASON_COUNT
} PecReason;

typedef struct
{
  char *customer; /* in lower case */
  char *currency; /* in upper case */
  Month month;
  gboolean from_usage; /* of daily rows; else of invoice lines */
  PecTallySet *pec;
  Decimal none[PEC_REASON_COUNT]; /* value without the credit, not rounded */
} PecTallies;

/** A day on which a resource could have earned the credit and did not. */
typedef struct
{
  Day day;
  Decimal value;
} PecLostDay;

typedef struct
{
  Hash128 hash;
  char *customer;
  char *currency;
  char *resource; /* as first read */
  Month month;
  GArray *earned; /* of Day, in no order */
  GArray *lost;   /* of PecLostDay, in no order */
} PecResource;

/** @months and @key are borrowed. @gross: see usage_book_is_gross(). */
PecBook *pec_book_new (const HashKey *key, const InvoiceMonths *months, gboolean gross);
void pec_book_free (PecBook *self); /* NULL is fine */

/** Billed, classified records; estimates are passed over. */
void pec_book_add_usage (PecBook *self, const UsageRow *row);
void pec_book_add_line (PecBook *self, const InvoiceLine *line);

/** Sorted by customer, currency, month, invoice lines first. (transfer container) */
GPtrArray *pec_book_list (const PecBook *self); /* of const PecTallies * */
/** Resources with days of both kinds, sorted by customer, currency, month, resource. */
GPtrArray *pec_book_resources (const PecBook *self); /* of PecResource *; (transfer container) */

/** Why a billed row earns no Partner Earned Credit; the row must not have it. */
PecReason pec_book_reason_of_usage (const UsageRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PecBook, pec_book_free)

#endif
