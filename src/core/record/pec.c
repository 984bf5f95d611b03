/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/pec.h"

#include <string.h>

gboolean
pec_is_percentage (const Decimal *percent)
{
  return decimal_sign (*percent) > 0 && decimal_order_int (percent, 100) < 0;
}

static gboolean
is_number_character (char c, DecimalMark mark)
{
  return g_ascii_isdigit (c) || c == '.' || (mark == DECIMAL_COMMA && c == ',');
}

/* A sign, a letter or a comma inside a number before it: what follows is not the whole number. */
static gboolean
is_part_of_more (Slice text, gsize start)
{
  if (start == 0)
    return FALSE;
  const char before = text.text[start - 1];
  if (before == ',')
    return start >= 2 && g_ascii_isdigit (text.text[start - 2]);
  return before == '-' || before == '+' || g_ascii_isalnum (before);
}

/* The number that ends just before @end, written with either mark where both can occur. */
static gboolean
number_before (Slice text, gsize end, DecimalMark mark, Decimal *number)
{
  gsize start;

  while (end > 0 && text.text[end - 1] == ' ')
    end--;
  for (start = end; start > 0 && is_number_character (text.text[start - 1], mark); start--)
    ;
  while (start < end && text.text[start] == ',') /* of the list before, not of the number */
    start++;
  return start < end && !is_part_of_more (text, start)
         && (decimal_parse (text.text + start, end - start, DECIMAL_POINT, number)
             || decimal_parse (text.text + start, end - start, mark, number));
}

/* "p%", any blanks, "Partner earned credit": where the percent sign stands, or -1. */
static gssize
find_percent_sign (Slice text, gssize *phrase)
{
  gsize end;

  *phrase = slice_find_folded (text, "partner earned credit");
  if (*phrase < 0)
    return -1;
  for (end = (gsize) *phrase; end > 0 && text.text[end - 1] == ' '; end--)
    ;
  return end > 0 && text.text[end - 1] == '%' ? (gssize) end - 1 : -1;
}

gboolean
pec_percent_from_text (Slice text, DecimalMark mark, Decimal *percent)
{
  gssize phrase = 0;

  while (phrase >= 0)
    {
      const gssize sign = find_percent_sign (text, &phrase);
      Decimal found;

      if (sign >= 0 && number_before (text, (gsize) sign, mark, &found)
          && pec_is_percentage (&found))
        {
          *percent = found;
          return TRUE;
        }
      if (phrase >= 0)
        text = (Slice){ text.text + phrase + 1, text.length - (gsize) phrase - 1 };
    }
  return FALSE;
}

gboolean
pec_percent_remembered (PecMemo *memo, Slice text, DecimalMark mark, Decimal *percent)
{
  if (slice_is_empty (text))
    return FALSE;
  if (memo->length != text.length || memcmp (memo->text, text.text, text.length) != 0)
    {
      if (text.length > sizeof memo->text)
        return pec_percent_from_text (text, mark, percent);
      memo->has_percent = pec_percent_from_text (text, mark, &memo->percent);
      memcpy (memo->text, text.text, text.length);
      memo->length = text.length;
    }
  if (memo->has_percent)
    *percent = memo->percent;
  return memo->has_percent;
}

static Decimal
list_share (Decimal net, Decimal part, Decimal percent)
{
  const Decimal rest = decimal_subtract (decimal_from_int (100), percent);
  return decimal_multiply_divide (net, part, rest, 2, DECIMAL_HALF_UP);
}

Decimal
pec_list_value (Decimal net, Decimal percent)
{
  return list_share (net, decimal_from_int (100), percent);
}

Decimal
pec_earned (Decimal net, Decimal percent)
{
  return list_share (net, percent, percent);
}
