/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-styles.h"

#include <string.h>

#include "output/xlsx/xlsx-text.h"

#define CURRENCIES_MAX 64
#define CODE_LENGTH 3

/* Numbers below this one mean formats that every spreadsheet has. */
#define FIRST_FORMAT 164
/* The first look is that of a cell without one. */
#define FIRST_LOOK 1
#define FIRST_AMOUNT (FIRST_LOOK + XLSX_STYLE_LAST)
#define LOOKS_OF_AMOUNT 2

/* How the amounts of one currency look. */
typedef struct
{
  char code[CODE_LENGTH + 1]; /* "": shown without one */
  guint places;
} AmountStyle;

struct XlsxStyles
{
  const MoneyPlaces *places;               /* NULL: 2 for every currency */
  AmountStyle amounts[CURRENCIES_MAX + 1]; /* the first has no code */
  guint amount_count;
};

/* Fixed looks */

typedef enum
{
  FONT_PLAIN,
  FONT_HEADER,
  FONT_TITLE,
  FONT_HEADING,
  FONT_NOTE,
  FONT_ALARM
} Font;

static const char *const fonts[] = {
  [FONT_PLAIN] = "<sz val=\"11\"/>",
  [FONT_HEADER] = "<b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/>",
  [FONT_TITLE] = "<b/><sz val=\"16\"/>",
  [FONT_HEADING] = "<b/><sz val=\"12\"/>",
  [FONT_NOTE] = "<sz val=\"11\"/><color rgb=\"FF595959\"/>",
  [FONT_ALARM] = "<b/><sz val=\"12\"/><color rgb=\"FFFFFFFF\"/>",
};

typedef enum
{
  FILL_NONE,
  FILL_GRAY, /* the format wants it in this place; nothing has it */
  FILL_HEADER,
  FILL_BAD,
  FILL_DOUBT,
  FILL_ALARM
} Fill;

static const char *const fills[] = {
  [FILL_HEADER] = "FF1F3864",
  [FILL_BAD] = "FFF8CBAD",
  [FILL_DOUBT] = "FFFFE699",
  [FILL_ALARM] = "FFA8201A",
};

typedef struct
{
  const char *number; /* how numbers are shown; NULL: the usual way */
  Font font;
  Fill fill;
  const char *alignment; /* the rest of its attributes */
} Look;

#define TOP "vertical=\"top\""
#define CENTER "vertical=\"center\""
#define LEFT "horizontal=\"left\" indent=\"1\" " /* off the number that may end just before */
#define WRAP " wrapText=\"1\""

static const Look looks[XLSX_STYLE_LAST] = {
  [XLSX_STYLE_TEXT] = { NULL, FONT_PLAIN, FILL_NONE, LEFT TOP },
  [XLSX_STYLE_BAD] = { NULL, FONT_PLAIN, FILL_BAD, LEFT TOP },
  [XLSX_STYLE_DOUBT] = { NULL, FONT_PLAIN, FILL_DOUBT, LEFT TOP },
  [XLSX_STYLE_WRAPPED] = { NULL, FONT_PLAIN, FILL_NONE, LEFT TOP WRAP },
  [XLSX_STYLE_ALARM] = { NULL, FONT_ALARM, FILL_ALARM, LEFT CENTER WRAP },
  [XLSX_STYLE_TITLE] = { NULL, FONT_TITLE, FILL_NONE, TOP },
  [XLSX_STYLE_HEADING] = { NULL, FONT_HEADING, FILL_NONE, TOP },
  [XLSX_STYLE_HEADER] = { NULL, FONT_HEADER, FILL_HEADER, LEFT CENTER WRAP },
  [XLSX_STYLE_HEADER_NUMBER]
  = { NULL, FONT_HEADER, FILL_HEADER, "horizontal=\"right\" " CENTER WRAP },
  [XLSX_STYLE_NOTE] = { NULL, FONT_NOTE, FILL_NONE, TOP },
  [XLSX_STYLE_COUNT] = { "#,##0", FONT_PLAIN, FILL_NONE, TOP },
  /* Not every spreadsheet knows it by itself. */
  [XLSX_STYLE_FLAG] = { "\"TRUE\";\"TRUE\";\"FALSE\"", FONT_PLAIN, FILL_NONE, LEFT TOP },
  [XLSX_STYLE_DAY] = { "yyyy\\-mm\\-dd", FONT_PLAIN, FILL_NONE, LEFT TOP },
  [XLSX_STYLE_MONTH] = { "yyyy\\-mm", FONT_PLAIN, FILL_NONE, LEFT TOP },
};

XlsxStyles *
xlsx_styles_new (void)
{
  XlsxStyles *self = g_new0 (XlsxStyles, 1);

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

guint
xlsx_styles_get (XlsxStyle style)
{
  return FIRST_LOOK + (guint) style;
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

/* Its number. A few currencies at most, so that they are not worth a hash table. */
static guint
find_amount_style (XlsxStyles *self, const char *currency)
{
  if (!is_code (currency))
    return 0;
  for (guint i = 1; i < self->amount_count; i++)
    if (memcmp (self->amounts[i].code, currency, CODE_LENGTH) == 0)
      return i;
  if (self->amount_count > CURRENCIES_MAX)
    return 0;

  AmountStyle *style = &self->amounts[self->amount_count];
  memcpy (style->code, currency, CODE_LENGTH);
  style->places = self->places != NULL ? money_places_of (self->places, currency) : MONEY_PLACES;
  return self->amount_count++;
}

static gboolean
is_longer (const Decimal *amount, guint places)
{
  return amount->scale > places
         && !decimal_equal (*amount, decimal_round (*amount, places, DECIMAL_TRUNCATE));
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

/* First as usual, then for those that are longer. */
static void
append_amount_format (const AmountStyle *style, gboolean longer, GString *out)
{
  for (guint negative = 0; negative < 2; negative++)
    {
      g_string_append (out, negative ? ";[Red]" : "");
      if (style->code[0] != '\0')
        g_string_append_printf (out, "[$%s]\\ ", style->code);
      g_string_append (out, negative ? "\\-" : "");
      append_digits (out, style->places, longer);
    }
}

guint
xlsx_styles_get_amount (XlsxStyles *self, const Decimal *amount, const char *currency)
{
  const guint style = find_amount_style (self, currency);
  const gboolean longer = is_longer (amount, self->amounts[style].places);

  return FIRST_AMOUNT + LOOKS_OF_AMOUNT * style + (longer ? 1 : 0);
}

void
xlsx_styles_learn (XlsxStyles *self, const char *currency)
{
  (void) find_amount_style (self, currency);
}

/* The part. The format of a look has the number of the look. */

static void
append_format (guint look, const char *text, GString *out)
{
  g_string_append_printf (out, "<numFmt numFmtId=\"%u\" formatCode=\"", FIRST_FORMAT + look);
  xlsx_text_append_quoted (text, out);
  g_string_append (out, "\"/>");
}

static void
append_formats (const XlsxStyles *self, GString *out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint count = LOOKS_OF_AMOUNT * self->amount_count;

  for (guint i = 0; i < XLSX_STYLE_LAST; i++)
    count += looks[i].number != NULL ? 1 : 0;
  g_string_append_printf (out, "<numFmts count=\"%u\">", count);
  for (guint i = 0; i < XLSX_STYLE_LAST; i++)
    if (looks[i].number != NULL)
      append_format (FIRST_LOOK + i, looks[i].number, out);
  for (guint i = 0; i < LOOKS_OF_AMOUNT * self->amount_count; i++)
    {
      g_string_truncate (text, 0);
      append_amount_format (&self->amounts[i / LOOKS_OF_AMOUNT], i % LOOKS_OF_AMOUNT != 0, text);
      append_format (FIRST_AMOUNT + i, text->str, out);
    }
  g_string_append (out, "</numFmts>");
}

static void
append_fonts_and_fills (GString *out)
{
  g_string_append_printf (out, "<fonts count=\"%u\">", (guint) G_N_ELEMENTS (fonts));
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    g_string_append_printf (out, "<font>%s<name val=\"Calibri\"/><family val=\"2\"/></font>",
                            fonts[i]);
  g_string_append_printf (out,
                          "</fonts><fills count=\"%u\">"
                          "<fill><patternFill patternType=\"none\"/></fill>"
                          "<fill><patternFill patternType=\"gray125\"/></fill>",
                          (guint) G_N_ELEMENTS (fills));
  for (gsize i = FILL_HEADER; i < G_N_ELEMENTS (fills); i++)
    g_string_append_printf (out,
                            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"%s\"/>"
                            "<bgColor indexed=\"64\"/></patternFill></fill>",
                            fills[i]);
  g_string_append (out, "</fills>");
}

static void
append_look (guint look, const Look *fixed, GString *out)
{
  g_string_append_printf (
      out,
      "<xf numFmtId=\"%u\" fontId=\"%u\" fillId=\"%u\" borderId=\"0\" xfId=\"0\"%s%s%s "
      "applyAlignment=\"1\"><alignment %s/></xf>",
      fixed->number != NULL ? FIRST_FORMAT + look : 0, fixed->font, fixed->fill,
      fixed->number != NULL ? " applyNumberFormat=\"1\"" : "",
      fixed->font != FONT_PLAIN ? " applyFont=\"1\"" : "",
      fixed->fill != FILL_NONE ? " applyFill=\"1\"" : "", fixed->alignment);
}

static void
append_looks (const XlsxStyles *self, GString *out)
{
  static const Look amount = { "", FONT_PLAIN, FILL_NONE, TOP };
  const guint end = FIRST_AMOUNT + LOOKS_OF_AMOUNT * self->amount_count;

  g_string_append_printf (out,
                          "<cellXfs count=\"%u\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
                          "borderId=\"0\" xfId=\"0\"/>",
                          end);
  for (guint i = 0; i < XLSX_STYLE_LAST; i++)
    append_look (FIRST_LOOK + i, &looks[i], out);
  for (guint i = FIRST_AMOUNT; i < end; i++)
    append_look (i, &amount, out);
  g_string_append (out, "</cellXfs>");
}

void
xlsx_styles_append (const XlsxStyles *self, GString *out)
{
  g_string_append (out, XLSX_TEXT_START "<styleSheet xmlns=\"" XLSX_TEXT_MAIN "\">");
  append_formats (self, out);
  append_fonts_and_fills (out);
  g_string_append (out, "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/>"
                        "</border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" "
                        "fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
  append_looks (self, out);
  g_string_append (out, "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
                        "builtinId=\"0\"/></cellStyles></styleSheet>");
}
