/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_ROW_H
#define INPUT_ROWS_ROW_H

#include "base/slice.h"

/**
 * Row: one record of CSV or one object of JSON, as bytes and a line number. Borrowed: everything in
 * it is valid until the next call on its reader. Knows no column by name.
 */
typedef struct
{
  guint64 line;       /* the physical line on which it begins; the first is 1 */
  guint cell_count;   /* of the whole record, wanted or not */
  const Slice *cells; /* the wanted ones, in the order they were asked for (csv_reader_want());
                         a column the record does not have is {"", 0} */
  Slice raw;          /* its bytes as read, without the line end of CSV */
} Row;

/** Rows that lie in memory together can be had together: what they need is then asked for early. */
#define ROWS_TOGETHER_MAX 16

#endif
