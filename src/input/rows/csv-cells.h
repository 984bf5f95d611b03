/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_CELLS_H
#define INPUT_ROWS_CSV_CELLS_H

#include "input/rows/csv-scan.h"
#include "input/rows/row.h"

/** CsvCells: of a record those cells that are wanted, as they are without their quotes. */
typedef struct CsvCells CsvCells;

/** All cells are wanted. */
CsvCells *csv_cells_new (void);
void csv_cells_free (CsvCells *self); /* NULL is fine */

/** From now on only these: see csv_reader_want(). */
void csv_cells_want (CsvCells *self, const guint *columns, gsize count);

/**
 * Of a record of @count cells, borrowed. Valid until the next call; a column that the record does
 * not have is {"", 0}.
 */
const Slice *csv_cells_take (CsvCells *self, const Slice *cells, gsize count);

/**
 * Of a record in @text that is regular and has no more than CSV_COLUMNS_MAX cells. A cell with
 * doubled quotes in it is copied, any other lies in @text. Valid until the next call but for
 * csv_cells_take_further().
 */
const Slice *csv_cells_take_scanned (CsvCells *self, const CsvScanRecord *scanned,
                                     const char *text);

/**
 * The same of one more record, beside those of the calls before, at most ROWS_TOGETHER_MAX in all.
 * NULL: there is no room.
 */
const Slice *csv_cells_take_further (CsvCells *self, const CsvScanRecord *scanned,
                                     const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvCells, csv_cells_free)

#endif
