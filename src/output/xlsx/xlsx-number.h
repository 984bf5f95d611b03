/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_NUMBER_H
#define OUTPUT_XLSX_XLSX_NUMBER_H

#include <glib.h>

#include "base/decimal.h"

/**
 * A number as the cell of a workbook holds it: as text, which spreadsheets read as a binary number.
 *
 * A decimal of at most 15 significant digits is written as it is, is told apart from every other
 * one after that conversion and comes out of a spreadsheet as it went in. A longer one is rounded
 * to 15 digits, half away from zero; whoever writes it puts its exact text beside it.
 */
#define XLSX_NUMBER_DIGITS 15

/** Whether the cell of @value will show exactly @value. */
gboolean xlsx_number_is_exact (const Decimal *value);

/** "1234.5", "-0.01", "1.23456789012346E+16". */
void xlsx_number_append (const Decimal *value, GString *out);

/** How many digits @value has before and after its point, zeros at the end not counted. */
void xlsx_number_measure (Decimal value, guint *whole, guint *places);

#endif
