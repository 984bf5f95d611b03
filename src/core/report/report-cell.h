/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_CELL_H
#define CORE_REPORT_REPORT_CELL_H

#include "core/report/report-rows.h"

/**
 * ReportCell: what a row says in one column, with null already decided, for the forms that write
 * all tables alike. Knows where the member stands and which of its values is null; does not know
 * how any form prints it.
 */

typedef enum
{
  CELL_NULL,
  CELL_TEXT,    /* text: not empty; not always UTF-8, for names come from the input */
  CELL_WORD,    /* word: one of the report's own */
  CELL_DECIMAL, /* decimal: an amount in the currency of the row, or a percentage; not NULL */
  CELL_COUNT,   /* count */
  CELL_DAYS,    /* days; < 0: past */
  CELL_MONTH,   /* month: not MONTH_NONE */
  CELL_DAY,     /* day: not DAY_NONE */
  CELL_FLAG,    /* flag */
  CELL_MONTHS,  /* months: of Month; NULL is an empty list, and that is not null */
  CELL_FITS,    /* fits: FIT_COUNT counts, by Fit */
  CELL_ROWS,    /* span: rows of column->rows; none is an empty list, and that is not null */
  CELL_TEXTS    /* span: of const char *; likewise */
} CellType;

/** What it points to is borrowed from the row. */
typedef struct
{
  CellType type;
  union
  {
    const char *text;
    ReportWord word;
    const Decimal *decimal;
    guint64 count;
    gint64 days;
    Month month;
    Day day;
    gboolean flag;
    const GArray *months;
    const guint64 *fits;
    ReportSpan span;
  };
} ReportCell;

/** @row: of the table that @column belongs to. */
ReportCell report_cell (const ReportColumn *column, gconstpointer row);

/** The text of a column of texts; NULL: null. */
const char *report_cell_text (const ReportColumn *column, gconstpointer row);

/** FALSE: its cells are lists which a form of one value a field leaves out. */
gboolean report_cell_is_flat (const ReportColumn *column);

/** NULL: the table has no column of that name. */
const ReportColumn *report_cell_column (const ReportTableInfo *info, const char *name);

#endif
