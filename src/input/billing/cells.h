/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_CELLS_H
#define INPUT_BILLING_CELLS_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/pec.h"
#include "input/billing/header.h"
#include "input/billing/slash-dates.h"
#include "input/billing/spreadsheet-signs.h"
#include "input/rows/row-reader.h"

/** How the numbers and dates of the files are written (--decimal-comma, --day-first). */
typedef struct
{
  DecimalMark decimal_mark;
  DateOrder date_order;
  SpreadsheetSigns *signs; /* where signs of a spreadsheet are counted, or NULL */
  SlashDates *slash_dates; /* where dates with slashes are noted, or NULL */
} CellFormat;

/** A date that was read, as it was written; a length of 0: none. */
typedef struct
{
  char text[24];
  gsize length;
  Day day;
} CellsDay;

/**
 * Cells: the cells of one row by role, as values. The first bad one is kept with what was found
 * and expected; reading goes on, for a date of the other order refuses the file whatever else is
 * wrong with its row (spec section 2, "Dates").
 */
typedef struct
{
  const Header *header;
  const Row *row;
  const CellFormat *format;
  int positions[ROLE_READ_COUNT]; /* of the role's cell among the wanted ones; -1: no column */
  CellsDay days[ROLE_READ_COUNT]; /* the last good one of each column */
  PecMemo pec;                    /* what the last texts of Partner Earned Credit said */
  guint bad_role;                 /* ROLE_NONE: no bad cell */
  Slice bad_cell;
  const char *expected;
  gboolean is_other_order; /* the bad cell proves the other order of day and month */
} Cells;

/**
 * Binds @roles (@role_count of them; those that @header lacks are absent) and tells @reader to
 * hand out just their cells.
 */
void cells_bind (Cells *self, const Header *header, const CellFormat *format, const guint *roles,
                 gsize role_count, RowReader *reader);

/** Starts a row. */
void cells_take_row (Cells *self, const Row *row);
gboolean cells_are_good (const Cells *self);

gboolean cells_have_column (const Cells *self, guint role);
/** As given; empty when the column is absent. */
Slice cells_raw (const Cells *self, guint role);
/**
 * Without outer blanks; empty when it is a word for nothing like N/A (spec section 2, "Cells").
 * Not for names, which may be such a word.
 */
Slice cells_text (const Cells *self, guint role);
/** The id of a customer, partner, agreement or subscription: a GUID without what is round it. */
Slice cells_id (const Cells *self, guint role);

/** The same, and must not be empty. */
Slice cells_needed_text (Cells *self, guint role);
Slice cells_needed_id (Cells *self, guint role);
/** FALSE and *number untouched when the cell is empty (or absent) or bad. */
gboolean cells_number (Cells *self, guint role, Decimal *number);
/** An empty cell is bad. */
Decimal cells_needed_number (Cells *self, guint role);
/** DAY_NONE when the cell is empty, absent or bad. */
Day cells_day (Cells *self, guint role);
/**
 * Like cells_day(), but what is no date is none, and makes no bad row. One of the other order
 * refuses the file all the same.
 */
Day cells_day_if_any (Cells *self, guint role);
Day cells_needed_day (Cells *self, guint role);
/** Calls the row bad for @role although its cell reads well. */
void cells_refuse (Cells *self, guint role, const char *expected);
Month cells_needed_month (Cells *self, guint role);

#endif
