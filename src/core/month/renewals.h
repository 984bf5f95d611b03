/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_RENEWALS_H
#define CORE_MONTH_RENEWALS_H

#include "base/language/language.h"
#include "core/month/roll-forward.h"

/**
 * Renewals: which agreement of a customer likely renews another. That is one that begins on the day
 * on which the other ends or at most RENEWAL_DAYS after it. A guess for messages: no figure follows
 * from it.
 */
typedef struct Renewals Renewals;

#define RENEWAL_DAYS 2

/** @rows: of RollForward, of one customer; borrowed. */
Renewals *renewals_new (const GArray *rows);
void renewals_free (Renewals *self); /* NULL is fine */

/** Whether what begins on @effective follows on what ends on @expiry; FALSE without either. */
gboolean renewals_follow_on (Day expiry, Day effective);

/**
 * For the end of a message, each with its "; " or empty: which other agreement likely renews
 * @credit, which ends on @expiry, of the rows up to @until; and which other agreement @credit,
 * which begins on @effective, likely renews. Of several the one that is nearest in time, then the
 * one with the earliest row, is named. In @language. (transfer full)
 */
char *renewals_note_end (const Renewals *self, const Language *language, const Credit *credit,
                         Day expiry, Month until);
char *renewals_note_begin (const Renewals *self, const Language *language, const Credit *credit,
                           Day effective, Month until);
/** The same of one agreement whose dates were @before and are @after. (transfer full) */
char *renewals_note_change (const Language *language, const CreditFigures *before,
                            const CreditFigures *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renewals, renewals_free)

#endif
