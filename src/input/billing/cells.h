/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_CELLS_H
#define INPUT_BILLING_CELLS_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/pec.h"
#include "input/billing/cell-runs.h"
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

/** The roles of a run: cells that most files have beside each other. */
typedef struct
{
  guint roles[CELL_RUN_CELLS];
  guint count;
  gboolean is_varied; /* another one in nearly every row: it is asked for ahead of it */
} CellsRunRoles;

#define CELLS_RUNS_MAX 10

/** Where a run stands in each row. */
typedef struct
{
  CellRuns *runs; /* NULL: not beside each other, or no such column */
  guint first;    /* among the wanted cells */
  guint count;
  gboolean is_varied;
  CellRunKey key; /* in this row, of one that is varied */
} CellsRun;

/** Of one row the runs that are varied. */
typedef struct
{
  CellRunKey keys[CELLS_RUNS_MAX];
} CellsAhead;

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
  gboolean noted_sign;     /* in this row, see format->signs */
  CellsRun runs[CELLS_RUNS_MAX];
} Cells;

/**
 * Binds @roles (@role_count of them; those that @header lacks are absent) and tells @reader to
 * hand out just their cells.
 */
void cells_bind (Cells *self, const Header *header, const CellFormat *format, const guint *roles,
                 gsize role_count, RowReader *reader);

/** Remembers runs of cells from now on, by the place of their roles in @runs. */
void cells_bind_runs (Cells *self, const CellsRunRoles *runs, guint count);
/** Releases what binding took. */
void cells_clear (Cells *self);

/**
 * What a row that comes soon needs, asked for in two steps, some time before and a while later.
 * *ahead is of this row; it lies where it does until then.
 */
void cells_expect_row (const Cells *self, const Row *row, CellsAhead *ahead);
void cells_fetch_row (const Cells *self, const CellsAhead *ahead);

/** Starts a row. @ahead: of this row, or NULL. */
void cells_take_row (Cells *self, const Row *row, const CellsAhead *ahead);
gboolean cells_are_good (const Cells *self);

/**
 * The run with this place among those that were bound; NULL: its cells are to be read one by one.
 * The readers below do that when it is not known yet, and note what they read; behind the last of
 * them follows cells_learn_run().
 */
static inline CellRun *
cells_run (Cells *self, guint place)
{
  const CellsRun *run = &self->runs[place];

  if (run->runs == NULL)
    return NULL;
  if (run->is_varied)
    return cell_runs_find (run->runs, &run->key, run->count);
  return cell_runs_find_now (run->runs, self->row->raw, self->row->cells + run->first, run->count);
}

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

/* Of a run (or NULL), as its text, day or number @which: what the function of the same name gives.
 */

static inline gboolean
cells_know_run (const CellRun *run)
{
  return run != NULL && run->is_known;
}

static inline Slice
cells_keep_text (CellRun *run, guint which, Slice text)
{
  if (run != NULL)
    cell_runs_keep_text (run, which, text);
  return text;
}

static inline Slice
cells_run_raw (const Cells *self, CellRun *run, guint which, guint role)
{
  return cells_know_run (run) ? cell_runs_text (run, which)
                              : cells_keep_text (run, which, cells_raw (self, role));
}

static inline Slice
cells_run_text (const Cells *self, CellRun *run, guint which, guint role)
{
  return cells_know_run (run) ? cell_runs_text (run, which)
                              : cells_keep_text (run, which, cells_text (self, role));
}

static inline Slice
cells_run_id (const Cells *self, CellRun *run, guint which, guint role)
{
  return cells_know_run (run) ? cell_runs_text (run, which)
                              : cells_keep_text (run, which, cells_id (self, role));
}

static inline Slice
cells_run_needed_text (Cells *self, CellRun *run, guint which, guint role)
{
  return cells_know_run (run) ? cell_runs_text (run, which)
                              : cells_keep_text (run, which, cells_needed_text (self, role));
}

static inline Slice
cells_run_needed_id (Cells *self, CellRun *run, guint which, guint role)
{
  return cells_know_run (run) ? cell_runs_text (run, which)
                              : cells_keep_text (run, which, cells_needed_id (self, role));
}

static inline gboolean
cells_run_number (Cells *self, CellRun *run, guint which, guint role, Decimal *number)
{
  if (cells_know_run (run))
    return cell_runs_number (run, which, number);
  const gboolean is_given = cells_number (self, role, number);
  if (run != NULL)
    cell_runs_keep_number (run, which, is_given, *number);
  return is_given;
}

/** For cells_day() and those like it. */
static inline Day
cells_run_day (Cells *self, CellRun *run, guint which, guint role,
               Day (*read) (Cells *self, guint role))
{
  if (cells_know_run (run))
    return run->days[which];
  const Day day = read (self, role);
  if (run != NULL)
    run->days[which] = day;
  return day;
}

/** What was noted of @run (or NULL) is all that follows from it, if nothing was wrong with it.
 * Gives its notes. */
static inline RunNotes *
cells_learn_run (const Cells *self, CellRun *run)
{
  if (run == NULL)
    return NULL;
  run->is_known = run->is_known || (self->bad_role == ROLE_NONE && !self->noted_sign);
  return &run->notes;
}

#endif
