/* SPDX-License-Identifier: MIT */
#ifndef INPUT_TABLE_TABLE_READER_H
#define INPUT_TABLE_TABLE_READER_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "input/table/table-form.h"

/**
 * TableReader: a stream of bytes, CSV or JSON rows, as the rows of a form, one at a time, with
 * their cells as values (spec section 2). The first bad row refuses the file.
 */

/** How it is written, and what is looked for. All borrowed. */
typedef struct
{
  DecimalMark decimal_mark; /* of CSV */
  DateOrder date_order;
  char separator;       /* between cells, unless the header fits another one only */
  const char *encoding; /* NULL: UTF-8, or UTF-16 with a mark */
  TableMap *map;
} TableFormat;

typedef struct
{
  const char *name; /* for messages */
  ReadFunc read;
  void *stream;
} TableContent;

/** A row while it is taken. Columns are places in the form. */
typedef struct TableRow TableRow;

/** Takes a row; one of whose cells is then refused, it is not counted. */
typedef void (*TableRowFunc) (TableRow *row, gpointer data);

/** FALSE with RECON_ERROR_INPUT. */
gboolean table_reader_read (const TableContent *content, const TableForm *form,
                            const TableFormat *format, TableRowFunc take, gpointer data,
                            GError **error);

guint64 table_reader_line (const TableRow *row);
/** Without outer blanks; borrowed for the call. An empty one is refused where it is needed. */
Slice table_reader_name (TableRow *row, guint column);
/** The same, and empty where it is a word for nothing like N/A. */
Slice table_reader_text (TableRow *row, guint column);
/** DAY_NONE, MONTH_NONE: the cell is empty, or refused. */
Day table_reader_day (TableRow *row, guint column);
Month table_reader_month (TableRow *row, guint column);
/** 0 where the cell is empty or refused. */
Decimal table_reader_number (TableRow *row, guint column);
/** The same, and refused below 0. */
Decimal table_reader_amount (TableRow *row, guint column);
/** A whole number from 0 on; 0 where the cell is empty or refused. */
guint64 table_reader_count (TableRow *row, guint column);
/** Yes, true, 1 is TRUE; no, false, 0 is FALSE; all else is refused. */
gboolean table_reader_flag (TableRow *row, guint column);
/** The cell reads well but is none that is expected. The first refusal of a row counts. */
void table_reader_refuse (TableRow *row, guint column, const char *expected);
gboolean table_reader_is_good (const TableRow *row);

#endif
