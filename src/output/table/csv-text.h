/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_CSV_TEXT_H
#define OUTPUT_TABLE_CSV_TEXT_H

#include "output/sink.h"

/**
 * CsvText: one text cell of a CSV file that we write, whatever the file is about.
 */

/**
 * Writes @text (NULL: nothing) made valid UTF-8, with a leading apostrophe where a spreadsheet
 * would take it for a formula, and quoted where it must be. Failures stay in @sink.
 */
void csv_text_write (const char *text, Sink *sink);

#endif
