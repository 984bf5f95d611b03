/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_SPREADSHEET_SIGNS_H
#define INPUT_BILLING_SPREADSHEET_SIGNS_H

#include "base/slice.h"

/**
 * SpreadsheetSigns: what shows that a spreadsheet opened and re-saved a file (ACO905; spec section
 * 7.11): what it writes that Partner Center does not. Counts only; whether the values still are
 * what they were nobody can tell.
 */
typedef struct
{
  guint64 exponents;  /* numbers like 7.58469E-05 or 0.00E+00 */
  guint64 short_skus; /* SkuIds of digits alone that lost their leading zeros */
  guint64 cut_ids;    /* ids of digits whose 16th and later ones are zeros, or like 1.2E+15 */
  guint64 rows;
  gboolean first_header; /* the first header cell was overwritten */
} SpreadsheetSigns;

void spreadsheet_signs_note_number (SpreadsheetSigns *self, Slice text);
/** FALSE, quickly, for nearly every number: it has no exponent of two digits. */
static inline gboolean
spreadsheet_signs_may_be_exponent (Slice text)
{
  return text.length > 4 && text.text[text.length - 4] == 'E';
}

/** @product: of the same row; only beside a catalogue id is a short SkuId a sign. */
void spreadsheet_signs_note_sku (SpreadsheetSigns *self, Slice product, Slice sku);
void spreadsheet_signs_note_id (SpreadsheetSigns *self, Slice id);

/** Adds those of @further, a part of the same file behind @self; rows and header apart. */
void spreadsheet_signs_add (SpreadsheetSigns *self, const SpreadsheetSigns *further);

/** The signs in words, for the finding; NULL: there is none. (transfer full) */
char *spreadsheet_signs_describe (const SpreadsheetSigns *self);

#endif
