/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_LANGUAGE_DATE_H
#define BASE_LANGUAGE_LANGUAGE_DATE_H

#include "base/calendar.h"
#include "base/language/language.h"

/**
 * LanguageDate: days and months as readers of a language write them. In whatever is for people;
 * never in what a program reads, nor in what is to be typed (--month, --as-of). All (transfer
 * full).
 */

/** The same for sentences of which there are many: room for a day or a month, with its NUL. */
#define LANGUAGE_DATE_SIZE 32
void language_date_print_day (const Language *language, Day day, char text[LANGUAGE_DATE_SIZE]);
void language_date_print_month (const Language *language, Month month,
                                char text[LANGUAGE_DATE_SIZE]);

/** "2026-10-31", "31.10.2026", "31-10-2026". */
char *language_date_of_day (const Language *language, Day day);
/** "2026-10", "10.2026": in tables and within sentences. */
char *language_date_of_month (const Language *language, Month month);
/** "October 2026", in the nominative: for titles. */
char *language_date_month_name (const Language *language, Month month);

#endif
