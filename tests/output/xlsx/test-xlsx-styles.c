/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-book.h"
#include "sample-rows.h"
#include "sample-xlsx.h"
#include "test-place.h"

/* The styles of a workbook with one amount. (transfer full) */
static char *
styles_of (const char *amount, const char *currency)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);

  money_places_note (places, "KWD", sample_decimal ("0.125"));
  xlsx_book_set_places (book, places);
  xlsx_sheet_put_amount (xlsx_book_add_sheet (book, "One"), (XlsxCell){ 0, 0 },
                         sample_decimal (amount), currency);
  ck_assert (xlsx_book_finish (book, NULL));
  return workbook_part ("a.xlsx", "xl/styles.xml");
}

static const struct
{
  const char *amount, *currency, *format;
} amounts[] = {
  { "1", "USD", "[$USD]\\ #,##0.00;[Red][$USD]\\ \\-#,##0.00" },
  { "-1.25", "EUR", "[$EUR]\\ #,##0.00;[Red][$EUR]\\ \\-#,##0.00" },
  { "0.015", "EUR", "[$EUR]\\ #,##0.00########;[Red][$EUR]\\ \\-#,##0.00########" },
  { "1", "JPY", "[$JPY]\\ #,##0.00;[Red][$JPY]\\ \\-#,##0.00" },
  { "1.125", "JPY", "[$JPY]\\ #,##0.00########;[Red][$JPY]\\ \\-#,##0.00########" },
  { "1.5", "KWD", "[$KWD]\\ #,##0.000;[Red][$KWD]\\ \\-#,##0.000" },
  { "1.5", "OMR", "[$OMR]\\ #,##0.00;[Red][$OMR]\\ \\-#,##0.00" },
  { "1", NULL, "#,##0.00;[Red]\\-#,##0.00" },
  { "1", "", "#,##0.00;[Red]\\-#,##0.00" },
  { "1", "usd", "#,##0.00;[Red]\\-#,##0.00" },
  { "1", "US]", "#,##0.00;[Red]\\-#,##0.00" },
  { "1", "DOLLAR", "#,##0.00;[Red]\\-#,##0.00" },
};

START_TEST (an_amount_is_shown_by_its_currency)
{
  g_autofree char *styles = styles_of (amounts[_i].amount, amounts[_i].currency);
  g_autofree char *expected = g_strdup_printf ("formatCode=\"%s\"", amounts[_i].format);

  ck_assert_msg (count_in (styles, expected) == 1, "%s", styles);
}
END_TEST

START_TEST (currencies_without_end_make_no_formats_without_end)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);
  XlsxSheet *sheet = xlsx_book_add_sheet (book, "One");

  for (guint32 i = 0; i < 1000; i++)
    {
      const char code[] = { 'Q', (char) ('A' + i / 26 % 26), (char) ('A' + i % 26), '\0' };
      xlsx_sheet_put_amount (sheet, (XlsxCell){ i, 0 }, decimal_from_int (1), code);
    }
  ck_assert (xlsx_book_finish (book, NULL));
  g_autofree char *styles = workbook_part ("a.xlsx", "xl/styles.xml");
  ck_assert_uint_eq (count_in (styles, "[$"), 64 * 4); /* two formats for each, with two sides */
}
END_TEST

START_TEST (every_style_can_be_used)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);
  XlsxSheet *sheet = xlsx_book_add_sheet (book, "One");

  for (guint round = 0; round < 2; round++)
    for (guint16 style = 0; style < XLSX_STYLE_LAST; style++)
      xlsx_sheet_put_text (sheet, (XlsxCell){ round, style }, "text", (XlsxStyle) style);
  ck_assert (xlsx_book_finish (book, NULL));
  g_autofree char *styles = workbook_part ("a.xlsx", "xl/styles.xml");
  ck_assert_uint_eq (count_in (styles, "yyyy\\-mm\\-dd"), 1);
  ck_assert_uint_eq (count_in (styles, "formatCode=\"yyyy\\-mm\""), 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-styles");
  TCase *tests = tcase_create ("xlsx-styles");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, an_amount_is_shown_by_its_currency, 0, G_N_ELEMENTS (amounts));
  tcase_add_test (tests, currencies_without_end_make_no_formats_without_end);
  tcase_add_test (tests, every_style_can_be_used);
  suite_add_tcase (suite, tests);
  return suite;
}
