/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_JUDGE_H
#define INPUT_ROWS_CSV_JUDGE_H

#include "base/slice.h"

/**
 * CsvJudge: what csv-scan cannot call regular, record by record. libcsv, strict, says what its
 * cells are, or what is wrong with it. It is given one physical line at a time, so when it reports
 * a row, the row ended with that very line: this makes the line numbers exact. Knows neither lines
 * nor texts beyond that: what is no text at all (line-fault) must not come here.
 */
typedef struct CsvJudge CsvJudge;

/** @separator: see csv_reader_new(). */
CsvJudge *csv_judge_new (char separator);
void csv_judge_free (CsvJudge *self); /* NULL is fine */

/** @line is the first of the text, without its end. TRUE: it names the separator, no more. */
gboolean csv_judge_take_sep_line (CsvJudge *self, Slice line);

/** NUL when it is a character of several bytes. */
char csv_judge_separator (CsvJudge *self);

/** A record begins. */
void csv_judge_begin (CsvJudge *self);

/** What is wrong; static. @what is NULL: nothing. */
typedef struct
{
  const char *what;
  gboolean is_of_record; /* it shows late: name the line on which the record begins */
} CsvFault;

/** The next line of the record, with its end. After a fault the judge is of no more use. */
CsvFault csv_judge_take_line (CsvJudge *self, Slice line);

/** The text ends here. */
CsvFault csv_judge_finish (CsvJudge *self);

/** The record is complete. Of blank lines there are none. */
gboolean csv_judge_has_row (const CsvJudge *self);

/** All its cells, until the next begins. */
const Slice *csv_judge_cells (CsvJudge *self, guint *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvJudge, csv_judge_free)

#endif
