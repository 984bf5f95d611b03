/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_CELL_RUNS_H
#define INPUT_BILLING_CELL_RUNS_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/run-notes.h"

/**
 * CellRuns: cells that stand beside each other and come again together, as those of a customer, a
 * product or a term do: what was read from them once is not read again.
 *
 * Two rows have the same run when the same bytes stand from the beginning of its first cell to the
 * end of its last, and no quote is among them: without one, the separators cut them alike. Then all
 * is the same that follows from these cells alone.
 *
 * Remembered are the runs that came last, in a table of small sets: a run that nobody remembers
 * is read like any other cell, and costs a look more. So no file is slow by its choice of texts.
 * Memory: at most CELL_RUNS_MOST runs, each of about 200 bytes and its own, which are at most
 * CELL_RUN_BYTES; and no more than there are.
 */
typedef struct CellRuns CellRuns;

#define CELL_RUN_CELLS 6
#define CELL_RUN_DAYS 2
#define CELL_RUN_NUMBERS 2
#define CELL_RUN_BYTES 256
#define CELL_RUNS_MOST 16384

/** Where a text lies in its run. */
typedef struct
{
  guint16 start;
  guint16 length;
} CellPlace;

/** A run as the row that was asked for has it. */
typedef struct
{
  RunNotes notes; /* for who takes the record */
  const char *base;
  gboolean is_known; /* FALSE: it is new, and what follows is not filled yet */
  guint32 length;
  CellPlace texts[CELL_RUN_CELLS]; /* what was read from them, by whatever number */
  Day days[CELL_RUN_DAYS];
  gboolean has_number[CELL_RUN_NUMBERS];
  PackedDecimal numbers[CELL_RUN_NUMBERS];
} CellRun;

CellRuns *cell_runs_new (void);
void cell_runs_free (CellRuns *self); /* NULL is fine */

/** What a run is found by. */
typedef struct
{
  const char *base; /* NULL: it cannot be remembered */
  guint32 length;
  guint32 hash;
} CellRunKey;

/**
 * The key of the run of @cells, 1 to CELL_RUN_CELLS that stand beside each other in the row whose
 * bytes are @raw, always by the same separator. It has none when it is too long or does not lie in
 * @raw. Memory is asked for what cell_runs_fetch() looks at, a while later.
 */
CellRunKey cell_runs_expect (const CellRuns *self, Slice raw, const Slice *cells, guint count);
/** Memory is asked for what cell_runs_find() looks at. Need not be called. */
void cell_runs_fetch (const CellRuns *self, const CellRunKey *key);
/**
 * The run of @count cells with this key; valid until the next call. NULL where it cannot be
 * remembered: it has no key, or quotes in it.
 */
CellRun *cell_runs_find (CellRuns *self, const CellRunKey *key, guint count);

/**
 * The same, of cells that are looked up at once: first of all it is asked whether they are those of
 * the last call, where that is often so.
 */
CellRun *cell_runs_find_now (CellRuns *self, Slice raw, const Slice *cells, guint count);

/** Notes @text, which lies in the run or is empty, as its text @which. */
static inline void
cell_runs_keep_text (CellRun *self, guint which, Slice text)
{
  self->texts[which] = (CellPlace){ 0, 0 };
  if (!slice_is_empty (text))
    self->texts[which] = (CellPlace){ (guint16) (text.text - self->base), (guint16) text.length };
}

static inline Slice
cell_runs_text (const CellRun *self, guint which)
{
  return (Slice){ self->base + self->texts[which].start, self->texts[which].length };
}

/** Notes that there is a number @which, or that there is none. */
static inline void
cell_runs_keep_number (CellRun *self, guint which, gboolean is_given, Decimal number)
{
  self->has_number[which] = is_given;
  if (is_given)
    self->numbers[which] = decimal_pack (number);
}

/** FALSE and *number untouched when there is none. */
static inline gboolean
cell_runs_number (const CellRun *self, guint which, Decimal *number)
{
  if (self->has_number[which])
    *number = decimal_unpack (self->numbers[which]);
  return self->has_number[which];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CellRuns, cell_runs_free)

#endif
