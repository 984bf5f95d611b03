/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_TEXT_TABLE_H
#define OUTPUT_TEXT_TEXT_TABLE_H

#include <glib.h>

#include "core/report/report.h"
#include "output/text/text-style.h"

/**
 * TextTable: rows and columns of text for people. Only columns that allow it are shortened; when
 * the others alone do not fit, the table becomes wider than the style asks for, because an amount
 * that is cut is a wrong amount. The only user of libsmartcols.
 */
typedef struct TextTable TextTable;

typedef enum
{
  TEXT_COLUMN_LEFT = 0,
  TEXT_COLUMN_RIGHT = 1 << 0,  /* amounts and counts */
  TEXT_COLUMN_SHRINK = 1 << 1, /* may be shortened to make the table fit */
  TEXT_COLUMN_COMMON = 1 << 2, /* one text in all rows moves into the title */
  TEXT_COLUMN_SPARE = 1 << 3   /* may be left out to make the table fit, the last first */
} TextColumnFlags;

/** Names of columns, numbers and months are said in @language. */
TextTable *text_table_new (const Language *language);
void text_table_free (TextTable *self); /* NULL is fine */

/** @name is said in the language. All columns are added before the first row. */
void text_table_add_column (TextTable *self, const char *name, TextColumnFlags flags);

void text_table_add_row (TextTable *self, TextEmphasis emphasis);

/**
 * The next cell of the last row, copied; it is made printable. @tail: columns at its end that a
 * shortening must keep.
 */
void text_table_add_cell (TextTable *self, const char *text, gsize tail);

/** The next cell; MONTH_NONE and DAY_NONE are "-". */
void text_table_add_month (TextTable *self, Month month);
void text_table_add_day (TextTable *self, Day day);
/** The next cell. */
void text_table_add_count (TextTable *self, guint64 count);
/** The next cell: a word of ours, said in the language. */
void text_table_add_word (TextTable *self, const char *word);
/** The next cell: the exact amount with at least @places decimals (core/report/money-places). */
void text_table_add_decimal (TextTable *self, Decimal value, guint places);

/** The next cell: @unknown where the amount is not known. */
void text_table_add_amount (TextTable *self, const Amount *amount, guint places,
                            const char *unknown);

gsize text_table_row_count (const TextTable *self);

/**
 * Appends the title ("TITLE (2026-10, USD)" with the texts of the common columns), the column
 * names and the rows, each line ended, without trailing blanks. At least one row, all complete.
 */
void text_table_render (const TextTable *self, const TextStyle *style, const char *title,
                        GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TextTable, text_table_free)

#endif
