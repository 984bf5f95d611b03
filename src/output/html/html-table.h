/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_TABLE_H
#define OUTPUT_HTML_HTML_TABLE_H

#include "base/language/language.h"
#include "core/report/report.h"

/**
 * The tables of the page: their columns, and what surrounds their rows. Knows no row of the
 * report. On a narrow page a row is a card; the style that names its cells is made from the same
 * columns, so that head and cards agree.
 */

typedef enum
{
  HTML_COLUMN_TEXT,
  HTML_COLUMN_FIXED, /* a day, a month, a code: never broken */
  HTML_COLUMN_WIDE,  /* the text that gets the room; on a card a line of its own */
  HTML_COLUMN_NUMBER /* to the right, sorted as number */
} HtmlColumnType;

typedef struct
{
  const char *title; /* NC_ ("column", ...) */
  HtmlColumnType type;
} HtmlColumn;

/** All static. */
typedef struct
{
  const char *name; /* class of the table */
  const HtmlColumn *columns;
  guint column_count;
} HtmlTable;

/**
 * <table>, head and <tbody>. @label: its name for those who do not see the heading above, said
 * already. @sorts: its head gets buttons.
 */
void html_table_begin (GString *out, const Language *language, const HtmlTable *table,
                       const char *label, gboolean sorts);
void html_table_end (GString *out);

/** Rows of one table. @append appends row @index, from 0, of what @data holds. */
typedef struct
{
  void (*append) (GString *out, gconstpointer data, gsize index);
  gconstpointer data;
  gsize count;
} HtmlRows;

/**
 * Rows from the first on, until @bytes_max bytes are reached: the row that reaches them is the last
 * one. Returns how many.
 */
gsize html_table_append_rows (GString *out, const HtmlRows *rows, gsize bytes_max);
/** The same, but a row that would pass @bytes_max is left out, too. */
gsize html_table_append_fitting_rows (GString *out, const HtmlRows *rows, gsize bytes_max);
/** How many that would be, where they are to be shown in another order than they are chosen in. */
gsize html_table_count_fitting_rows (const HtmlRows *rows, gsize bytes_max);

/** The rules of this table for the style sheet: alignment, and names of cells on cards. */
void html_table_append_style (GString *out, const Language *language, const HtmlTable *table);

/** A choice of the values in one column. Static but for @options, which end with NULL. */
typedef struct
{
  const char *title; /* as of its column */
  const char *name;  /* in the address of a view */
  guint column;
  const char *const *options;
} HtmlChoice;

/** The tools above a table that sorts: a search field and choices. Hidden until the script shows
 * them. */
void html_table_append_tools (GString *out, const Language *language, const HtmlChoice *choices,
                              guint count);

/**
 * "Shown: 900 of 6000 rows; @left_out. All of them are in tieout.csv of the report pack." as a
 * paragraph, or nothing when @shown is @total. @left_out (may be NULL; said already) says which
 * ones are missing, @table in which file (output/table/table-file) they are.
 */
void html_table_append_rest (GString *out, const Language *language, gsize shown, gsize total,
                             const char *left_out, ReportTable table);
/** The same of any other file: of its name, and what is left out, nothing is said. */
void html_table_append_rest_in (GString *out, const Language *language, gsize shown, gsize total,
                                const char *file);

#endif
