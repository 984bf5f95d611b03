/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_MONEY_PLACES_H
#define CORE_REPORT_MONEY_PLACES_H

#include <glib.h>

#include "base/language/language.h"
#include "core/report/report.h"

/**
 * MoneyPlaces: how many decimals the amounts of a currency are printed with, in every table alike:
 * 2, or 3 in a currency with thousandths (base/currency) of which an amount with 3 or more was
 * read. It is the least: an exact amount with more decimals keeps its digits.
 */
typedef struct MoneyPlaces MoneyPlaces;

#define MONEY_PLACES 2

/** Until amounts are noted, 2 for every currency. */
MoneyPlaces *money_places_new (void);
/** Of all tables of @report. */
MoneyPlaces *money_places_new_of_report (const Report *report);
void money_places_free (MoneyPlaces *self); /* NULL is fine */

/** What money_places_print() writes numbers for; English until it is told. */
void money_places_speak (MoneyPlaces *self, const Language *language);
const Language *money_places_language (const MoneyPlaces *self);

/** @currency may be NULL. */
void money_places_note (MoneyPlaces *self, const char *currency, Decimal amount);
/** All amounts of @count rows that lie behind each other. */
void money_places_note_rows (MoneyPlaces *self, const ReportTableInfo *info, gconstpointer rows,
                             gsize count);

/** 2 or 3; @currency, in upper case, may be NULL. */
guint money_places_of (const MoneyPlaces *self, const char *currency);

/** For people: @amount, exact, with at least so many decimals, grouped. (transfer full) */
char *money_places_print (const MoneyPlaces *self, Decimal amount, const char *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoneyPlaces, money_places_free)

#endif
