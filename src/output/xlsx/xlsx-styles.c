/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-styles.h"

#include <string.h>

#include "base/late/xlsx-library.h"

#define CURRENCIES_MAX 64
#define CODE_LENGTH 3

#define COLOR_HEADER 0x1f3864
#define COLOR_RULE 0x8ea9db
#define COLOR_BAD 0xf8cbad
#define COLOR_DOUBT 0xffe699
#define COLOR_NOTE 0x595959
#define COLOR_ALARM 0xa8201a

/* How the amounts of one currency look. */
typedef struct
{
  char code[CODE_LENGTH + 1]; /* "": shown without one */
  guint places;
  lxw_format *usual;
  lxw_format *longer; /* of amounts with more decimals than that */
} AmountStyle;

struct XlsxStyles
{
  lxw_workbook *workbook;
  const MoneyPlaces *places; /* NULL: 2 for every currency */
  lxw_format *fixed[XLSX_STYLE_LAST];
  AmountStyle amounts[CURRENCIES_MAX + 1]; /* the first has no code */
  guint amount_count;
};

XlsxStyles *
xlsx_styles_new (lxw_workbook *workbook)
{
  XlsxStyles *self = g_new0 (XlsxStyles, 1);

  self->workbook = workbook;
  self->amounts[0].places = MONEY_PLACES;
  self->amount_count = 1;
  return self;
}

void
xlsx_styles_free (XlsxStyles *self)
{
  g_free (self);
}

void
xlsx_styles_set_places (XlsxStyles *self, const MoneyPlaces *places)
{
  self->places = places;
}

static void
dress_header (lxw_format *format, XlsxStyle style)
{
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_font_color (format, LXW_COLOR_WHITE);
  format_set_bg_color (format, COLOR_HEADER);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align (format, style == XLSX_STYLE_HEADER_NUMBER ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (style == XLSX_STYLE_HEADER)
    format_set_indent (format, 1);
}

static void
dress_text (lxw_format *format, XlsxStyle style)
{
  if (style == XLSX_STYLE_TITLE || style == XLSX_STYLE_HEADING)
    format_set_bold (format);
  if (style == XLSX_STYLE_TITLE)
    format_set_font_size (format, 16);
  if (style == XLSX_STYLE_HEADING)
    format_set_font_size (format, 12);
  if (style == XLSX_STYLE_NOTE)
    format_set_font_color (format, COLOR_NOTE);
  if (style == XLSX_STYLE_BAD || style == XLSX_STYLE_DOUBT)
    format_set_bg_color (format, style == XLSX_STYLE_BAD ? COLOR_BAD : COLOR_DOUBT);
  if (style == XLSX_STYLE_WRAPPED || style == XLSX_STYLE_ALARM)
    format_set_text_wrap (format);
  if (style == XLSX_STYLE_ALARM)
    {
      format_set_bold (format);
      format_set_font_size (format, 12);
      format_set_font_color (format, LXW_COLOR_WHITE);
      format_set_bg_color (format, COLOR_ALARM);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
    }
  if (style == XLSX_STYLE_TEXT || style == XLSX_STYLE_BAD || style == XLSX_STYLE_DOUBT
      || style == XLSX_STYLE_WRAPPED || style == XLSX_STYLE_ALARM)
    format_set_indent (format, 1); /* off the number that may end just before */
}

static void
dress (lxw_format *format, XlsxStyle style)
{
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (style == XLSX_STYLE_HEADER || style == XLSX_STYLE_HEADER_NUMBER)
    dress_header (format, style);
  else if (style == XLSX_STYLE_COUNT)
    format_set_num_format (format, "#,##0");
  else if (style == XLSX_STYLE_FLAG)
    {
      format_set_num_format (format, "\"TRUE\";\"TRUE\";\"FALSE\""); /* not all know it by itself */
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_indent (format, 1);
    }
  else if (style == XLSX_STYLE_DAY || style == XLSX_STYLE_MONTH)
    {
      format_set_num_format (format, style == XLSX_STYLE_DAY ? "yyyy\\-mm\\-dd" : "yyyy\\-mm");
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_indent (format, 1);
    }
  else
    dress_text (format, style);
}

lxw_format *
xlsx_styles_get (XlsxStyles *self, XlsxStyle style)
{
  if (self->fixed[style] == NULL)
    {
      self->fixed[style] = workbook_add_format (self->workbook);
      if (self->fixed[style] != NULL)
        dress (self->fixed[style], style);
    }
  return self->fixed[style];
}

/* Amounts */

static gboolean
is_code (const char *text)
{
  gsize length = 0;

  while (text != NULL && g_ascii_isupper (text[length]))
    length++;
  return length == CODE_LENGTH && text[length] == '\0';
}

/* A few currencies at most, so that they are not worth a hash table. */
static AmountStyle *
find_amount_style (XlsxStyles *self, const char *currency)
{
  if (!is_code (currency))
    return &self->amounts[0];
  for (guint i = 1; i < self->amount_count; i++)
    if (memcmp (self->amounts[i].code, currency, CODE_LENGTH) == 0)
      return &self->amounts[i];
  if (self->amount_count > CURRENCIES_MAX)
    return &self->amounts[0];

  AmountStyle *style = &self->amounts[self->amount_count++];
  memcpy (style->code, currency, CODE_LENGTH);
  style->places = self->places != NULL ? money_places_of (self->places, currency) : MONEY_PLACES;
  return style;
}

static gboolean
is_longer (Decimal amount, guint places)
{
  return amount.scale > places
         && !decimal_equal (amount, decimal_round (amount, places, DECIMAL_TRUNCATE));
}

/* "#,##0.00", with room for more decimals where the amount is @longer. */
static void
append_digits (GString *format, guint places, gboolean longer)
{
  g_string_append (format, "#,##0");
  if (places > 0 || longer)
    g_string_append_c (format, '.');
  for (guint i = 0; i < places; i++)
    g_string_append_c (format, '0');
  if (longer)
    g_string_append (format, "########");
}

static lxw_format *
make_amount_format (const XlsxStyles *self, const AmountStyle *style, gboolean longer)
{
  lxw_format *format = workbook_add_format (self->workbook);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint negative = 0; negative < 2; negative++)
    {
      g_string_append (text, negative ? ";[Red]" : "");
      if (style->code[0] != '\0')
        g_string_append_printf (text, "[$%s]\\ ", style->code);
      g_string_append (text, negative ? "\\-" : "");
      append_digits (text, style->places, longer);
    }
  if (format != NULL)
    {
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      format_set_num_format (format, text->str);
    }
  return format;
}

lxw_format *
xlsx_styles_get_amount (XlsxStyles *self, Decimal amount, const char *currency)
{
  AmountStyle *style = find_amount_style (self, currency);
  const gboolean longer = is_longer (amount, style->places);
  lxw_format **format = longer ? &style->longer : &style->usual;

  if (*format == NULL)
    *format = make_amount_format (self, style, longer);
  return *format;
}
