/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/spreadsheet-signs.h"

#include <string.h>

#define SKU_LENGTH 4           /* spec section 7.3: 4 characters, */
#define PRODUCT_LENGTH 12      /* and 12 */
#define DIGITS_KEPT 15         /* of a number, by a spreadsheet */
#define SHEET_ROWS_MAX 1048576 /* with the header */

static gboolean
are_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* d.dddE-dd: one digit before the point, a capital E, a sign and two digits. "0E-20" is not one:
   Microsoft's own exports are said to write that. */
static gboolean
is_spreadsheet_exponent (Slice text)
{
  if (text.length > 0 && (text.text[0] == '-' || text.text[0] == '+'))
    text.text++, text.length--;
  const char *mark = memchr (text.text, 'E', text.length);
  if (mark == NULL)
    return FALSE;
  const gsize mantissa = (gsize) (mark - text.text);
  const gsize tail = text.length - mantissa;
  if (tail != 4 || (mark[1] != '+' && mark[1] != '-') || !are_digits (mark + 2, 2))
    return FALSE;
  if (mantissa == 1)
    return g_ascii_isdigit (text.text[0]) && text.text[0] != '0';
  return mantissa > 2 && g_ascii_isdigit (text.text[0])
         && (text.text[1] == '.' || text.text[1] == ',')
         && are_digits (text.text + 2, mantissa - 2);
}

void
spreadsheet_signs_note_number (SpreadsheetSigns *self, Slice text)
{
  if (is_spreadsheet_exponent (text))
    self->exponents++;
}

void
spreadsheet_signs_note_sku (SpreadsheetSigns *self, Slice product, Slice sku)
{
  if (product.length == PRODUCT_LENGTH && sku.length < SKU_LENGTH
      && are_digits (sku.text, sku.length))
    self->short_skus++;
}

static gboolean
is_cut (Slice id)
{
  if (id.length <= DIGITS_KEPT || !are_digits (id.text, id.length))
    return FALSE;
  for (gsize i = DIGITS_KEPT; i < id.length; i++)
    if (id.text[i] != '0')
      return FALSE;
  return TRUE;
}

void
spreadsheet_signs_note_id (SpreadsheetSigns *self, Slice id)
{
  if (is_cut (id) || is_spreadsheet_exponent (id))
    self->cut_ids++;
}

void
spreadsheet_signs_add (SpreadsheetSigns *self, const SpreadsheetSigns *further)
{
  self->exponents += further->exponents;
  self->short_skus += further->short_skus;
  self->cut_ids += further->cut_ids;
}

static void
append_sign (GString *text, guint64 count, const char *what)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s (%" G_GUINT64_FORMAT ")", text->len > 0 ? "; " : "", what,
                            count);
}

char *
spreadsheet_signs_describe (const SpreadsheetSigns *self)
{
  GString *text = g_string_new (NULL);

  append_sign (text, self->exponents, "numbers in exponent notation like 7.58E-05");
  append_sign (text, self->short_skus, "SkuIds that lost leading zeros");
  append_sign (text, self->cut_ids, "ids cut to 15 digits");
  if (self->first_header)
    g_string_append_printf (text, "%sthe first header cell was overwritten",
                            text->len > 0 ? "; " : "");
  if (self->rows + 1 == SHEET_ROWS_MAX)
    g_string_append_printf (text,
                            "%sit has exactly 1,048,576 rows, the most a sheet holds: the "
                            "rest was cut off",
                            text->len > 0 ? "; " : "");
  return g_string_free (text, text->len == 0);
}
