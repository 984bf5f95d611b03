/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_NUMBER_H
#define OUTPUT_XLSX_XLSX_NUMBER_H

#include <glib.h>

#include "base/decimal.h"

/**
 * XlsxNumber: a number as the cell of a workbook holds it. The one place where an amount leaves
 * exact decimals: the file format and the library that writes it know nothing but binary numbers,
 * so the conversion cannot be avoided, only kept in one room. It never comes back into a sum: what
 * is read again is only compared with what was written.
 *
 * A decimal of at most 15 significant digits is told apart from every other one after the
 * conversion and comes out of a spreadsheet as it went in. A longer one is rounded to 15 digits;
 * whoever writes it puts its exact text beside it.
 */
typedef double XlsxNumber;

#define XLSX_NUMBER_DIGITS 15

/** Whether the cell of @value will show exactly @value. */
gboolean xlsx_number_is_exact (Decimal value);

/** Always finite. */
XlsxNumber xlsx_number_from_decimal (Decimal value);

/** How many digits @value has before and after its point, zeros at the end not counted. */
void xlsx_number_measure (Decimal value, guint *whole, guint *places);

/** Reads back the text of a cell, all @length bytes of it. FALSE: it is no number. */
gboolean xlsx_number_parse (const char *text, gsize length, XlsxNumber *out);

/** Equal exactly when the numbers are; for hashing. */
guint64 xlsx_number_bits (XlsxNumber value);

#endif
