/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_GROUPED_NUMBER_H
#define CORE_REPORT_GROUPED_NUMBER_H

#include "base/decimal.h"

/**
 * GroupedNumber: numbers as people read them, "1,234.56": a comma before each three digits of the
 * whole part. In whatever is for people: text, statements, the words of the page and the workbook.
 * Never in what a program reads (JSON, CSV, journals), where a comma would be part of no number.
 */

/** @plain is a number as base/decimal prints it; any other text stays as it is. (transfer full) */
char *grouped_number (const char *plain);

/** The exact value with at least @places decimals. (transfer full) */
char *grouped_number_of_decimal (Decimal value, guint places);

/** (transfer full) */
char *grouped_number_of_count (guint64 count);

#endif
