/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_PLAIN_CELLS_H
#define INPUT_ROWS_PLAIN_CELLS_H

#include <glib.h>

/**
 * The cells of a line as long as nothing in them needs a parser: no quote, or one quote at either
 * end. That is most of every billing file, and cut out by searching for separators it takes a
 * fraction of the time. What is not plain is left to libcsv, which alone knows what is an error.
 */

typedef void (*CellFunc) (const char *text, gsize length, gpointer data);

/**
 * @line is the first of a record, without its line end. Gives @on_cell the plain cells with which
 * it begins. Returns where the first other one begins, or a number over @length when there is none:
 * the record is then complete.
 */
gsize plain_cells_take (const char *line, gsize length, char separator, CellFunc on_cell,
                        gpointer data);

#endif
