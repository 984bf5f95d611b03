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
 * Memory follows credits x months, about 70 bytes each, and repeated rows: which of them counts
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

/** The amounts of a row. */
typedef enum
{
  CREDIT_USED, /* C */
  CREDIT_LEFT, /* B */
  CREDIT_AMOUNT_COUNT
} CreditAmount;

/** How an amount is held: bits. */
typedef enum
{
  CREDIT_AMOUNT_NEGATIVE = 1 << 0,
  CREDIT_AMOUNT_WIDE = 1 << 1 /* it stands somewhere else, as it takes more than 64 bits */
} CreditAmountForm;

/** What one row says, in the credit's currency. There is one for each row: it takes little room. */
typedef struct
{
  Position at;
  const char *status_text; /* in lower case; "" when absent or empty; kept by the row-ids */
  guint64 magnitudes[CREDIT_AMOUNT_COUNT]; /* see credit_book_amount(); a wide one is the address of
                                              a PackedDecimal that the row-ids keep */
  guint8 scales[CREDIT_AMOUNT_COUNT];
  guint8 forms[CREDIT_AMOUNT_COUNT]; /* of CreditAmountForm */
  guint8 status;                     /* a BalanceStatus */
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

/** Gives the number of the row's customer. */
guint32 credit_book_add (CreditBook *self, const BalanceRow *row);

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
credit_book_amount (const CreditFigures *figures, CreditAmount which)
{
  const guint64 magnitude = figures->magnitudes[which];

  if ((figures->forms[which] & CREDIT_AMOUNT_WIDE) != 0)
    return decimal_unpack (*(const PackedDecimal *) (guintptr) magnitude);
  return (Decimal){ .limbs = { magnitude },
                    .limb_count = magnitude != 0,
                    .scale = figures->scales[which],
                    .negative = (figures->forms[which] & CREDIT_AMOUNT_NEGATIVE) != 0 };
}

static inline Decimal
credit_book_credit_amount (const CreditFigures *figures)
{
  return credit_book_amount (figures, CREDIT_USED);
}

static inline Decimal
credit_book_balance_amount (const CreditFigures *figures)
{
  return credit_book_amount (figures, CREDIT_LEFT);
}

/** @amount is one that was read, or its negation. @ids: of the book; may be NULL if it is known to
    fit into 64 bits. */
static inline void
credit_book_put_amount (CreditFigures *figures, CreditAmount which, Decimal amount, RowIds *ids)
{
  const gboolean is_wide = amount.limb_count > 1;

  figures->magnitudes[which]
      = is_wide ? (guint64) (guintptr) row_ids_keep_wide (ids, amount) : amount.limbs[0];
  figures->scales[which] = amount.scale;
  figures->forms[which] = (guint8) ((amount.negative ? CREDIT_AMOUNT_NEGATIVE : 0)
                                    | (is_wide ? CREDIT_AMOUNT_WIDE : 0));
}

/** TRUE when the status text says expired (whatever the dates say). */
static inline gboolean
credit_book_figures_are_expired (const CreditFigures *figures)
{
  return figures->status == STATUS_EXPIRED;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CreditBook, credit_book_free)

#endif
