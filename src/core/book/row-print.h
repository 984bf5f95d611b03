/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_ROW_PRINT_H
#define CORE_BOOK_ROW_PRINT_H

#include "base/keyed-hash.h"

/**
 * RowPrint: 80 bits of the fingerprint of a row, and its place among the rows of its invoice in its
 * file, in 16 bytes. Two different rows have the same 80 bits with a chance below 2^-34 among 10
 * million. Places are below 2^48.
 */
typedef struct
{
  guint64 print;
  guint64 more_print_and_place; /* 16 and 48 bits */
} RowPrint;

RowPrint row_print_new (Hash128 fingerprint, guint64 place);
guint64 row_print_place (const RowPrint *self);
/** Further back by @places. */
void row_print_move (RowPrint *self, guint64 places);

/** The rows are the same, as far as 80 bits tell. */
gboolean row_print_is_same (const RowPrint *a, const RowPrint *b);
/** By fingerprint, then by place. */
int row_print_compare (const RowPrint *a, const RowPrint *b);

/** In place, by row_print_compare(); no two may be equal in both. */
void row_print_sort (RowPrint *prints, guint count);

#endif
