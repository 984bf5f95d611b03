/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-tally.h"

#include "base/keyed-hash.h"

typedef enum
{
  KIND_TEXT = 1,
  KIND_NUMBER,
  KIND_FLAG,
  KIND_FORMULA
} Kind;

/* The key is no secret: it makes the hash of the same content differ by place and kind. */
static void
digest (XlsxTally *self, XlsxCell cell, Kind kind, gconstpointer bytes, gsize length)
{
  const HashKey key = { .k0 = (guint64) cell.row << 16 | cell.column, .k1 = kind };

  self->digest += keyed_hash (&key, bytes, length).low;
}

static void
count (XlsxTally *self, XlsxCell cell)
{
  self->cells++;
  if (cell.row >= self->row_end)
    self->rows++;
  self->row_end = (guint64) cell.row + 1;
}

void
xlsx_tally_add_text (XlsxTally *self, XlsxCell cell, const char *text, gsize length)
{
  count (self, cell);
  digest (self, cell, KIND_TEXT, text, length);
}

void
xlsx_tally_add_number (XlsxTally *self, XlsxCell cell, XlsxNumber number)
{
  const guint64 bits = xlsx_number_bits (number);

  count (self, cell);
  digest (self, cell, KIND_NUMBER, &bits, sizeof bits);
}

void
xlsx_tally_add_flag (XlsxTally *self, XlsxCell cell, gboolean flag)
{
  const char bit = flag ? '1' : '0';

  count (self, cell);
  digest (self, cell, KIND_FLAG, &bit, 1);
}

void
xlsx_tally_add_formula (XlsxTally *self, XlsxCell cell, const char *text, gsize length)
{
  self->formulas++;
  digest (self, cell, KIND_FORMULA, text, length);
}

gboolean
xlsx_tally_equal (const XlsxTally *a, const XlsxTally *b)
{
  return a->rows == b->rows && a->cells == b->cells && a->formulas == b->formulas
         && a->digest == b->digest && a->row_end == b->row_end;
}
