/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_LANGUAGE_NUMBER_H
#define BASE_LANGUAGE_LANGUAGE_NUMBER_H

#include "base/decimal.h"
#include "base/language/language.h"

/**
 * LanguageNumber: numbers as readers of a language write them: "1,234.56", "1.234,56". In whatever
 * is for people; never in what a program reads (JSON, CSV, journals). The digits stay what they
 * are.
 */

/**
 * @plain is a number as base/decimal prints it, "-1234.56"; any other text stays as it is.
 * (transfer full)
 */
char *language_number (const Language *language, const char *plain);

/** The exact value with at least @places decimals. (transfer full) */
char *language_number_of_decimal (const Language *language, Decimal value, guint places);

/** (transfer full) */
char *language_number_of_count (const Language *language, guint64 count);

/**
 * Inside of sentences, where English has always written "1234.56" without grouping: the others
 * group. (transfer full)
 */
char *language_number_in_sentence (const Language *language, Decimal value, guint places);

#endif
