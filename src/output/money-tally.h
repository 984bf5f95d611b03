/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONEY_TALLY_H
#define OUTPUT_MONEY_TALLY_H

#include <glib.h>

#include "base/decimal.h"
#include "base/language/language.h"

/**
 * MoneyTally: amounts added up per currency, for sentences. Amounts of different currencies are
 * never added.
 */
typedef struct MoneyTally MoneyTally;

MoneyTally *money_tally_new (void);
void money_tally_free (MoneyTally *self); /* NULL is fine */

/** @currency is copied; NULL and "" are the same unnamed one. */
void money_tally_add (MoneyTally *self, const char *currency, Decimal amount);

/** The sum of @currency becomes @amount if that is larger. */
void money_tally_raise (MoneyTally *self, const char *currency, Decimal amount);

/**
 * "1,120.00 EUR and 7.50 USD", sorted by currency; "" when nothing was added. Decimals as
 * core/report/money-places says of the amounts that were added. (transfer full)
 */
char *money_tally_to_string (const MoneyTally *self, const Language *language);
/** The same for a program: in English, not grouped, "1120.00 EUR and 7.50 USD". (transfer full) */
char *money_tally_to_plain (const MoneyTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoneyTally, money_tally_free)

#endif
