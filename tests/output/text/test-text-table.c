/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/printable.h"
#include "output/text/text-table.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"

/* Customer (may shrink), currency (common), amount. */
static TextTable *
new_table (void)
{
  TextTable *table = text_table_new (NULL);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Amount", TEXT_COLUMN_RIGHT);
  return table;
}

static void
add_row (TextTable *table, const char *customer, const char *currency, const char *amount)
{
  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_cell (table, customer, 0);
  text_table_add_cell (table, currency, 0);
  text_table_add_cell (table, amount, 0);
}

static void
assert_table (const TextTable *table, guint width, gboolean colour, const char *expected)
{
  TextStyle style = { .width = width, .colour = colour };
  g_autoptr (GString) out = g_string_new (NULL);

  text_table_render (table, &style, "TITLE", out);
  ck_assert_str_eq (out->str, expected);
}

START_TEST (amounts_are_right_aligned)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "A", "USD", "1.00");
  add_row (table, "Bcd", "EUR", "12345.00");
  assert_table (table, 80, FALSE,
                "TITLE\n"
                "Customer  Cur    Amount\n"
                "A         USD      1.00\n"
                "Bcd       EUR  12345.00\n");
}
END_TEST

START_TEST (a_spare_column_is_shown_where_there_is_room)
{
  g_autoptr (TextTable) table = text_table_new (NULL);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Begin of it", TEXT_COLUMN_SPARE);
  text_table_add_column (table, "Amount", TEXT_COLUMN_RIGHT);
  add_row (table, "A name of some length, Ltd", "2026-07-01", "12345.00");
  assert_table (table, 60, FALSE,
                "TITLE\n"
                "Customer                    Begin of it    Amount\n"
                "A name of some length, Ltd  2026-07-01   12345.00\n");
  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_cell (table, "B", 0);
  text_table_add_cell (table, "2026-08-01", 0);
  text_table_add_cell (table, "1234567890123456789.00", 0);
  assert_table (table, 40, FALSE,
                "TITLE\n"
                "Customer                          Amount\n"
                "A name of\xE2\x80\xA6"
                "h, Ltd                12345.00\n"
                "B                 1234567890123456789.00\n");
}
END_TEST

START_TEST (what_all_rows_share_moves_into_the_title)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "A", "USD", "1.00");
  add_row (table, "Bcd", "USD", "12345.00");
  assert_table (table, 80, FALSE,
                "TITLE (USD)\n"
                "Customer    Amount\n"
                "A             1.00\n"
                "Bcd       12345.00\n");
}
END_TEST

START_TEST (wide_names_align)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "\xE6\xA0\xAA\xE5\xBC\x8F\xE4\xBC\x9A\xE7\xA4\xBE\xE6\x9D\xB1", "USD", "1.00");
  add_row (table, "Zu\xCC\x88rich", "EUR", "2.00");
  assert_table (table, 80, FALSE,
                "TITLE\n"
                "Customer    Cur  Amount\n"
                "\xE6\xA0\xAA\xE5\xBC\x8F\xE4\xBC\x9A\xE7\xA4\xBE\xE6\x9D\xB1  USD    1.00\n"
                "Zu\xCC\x88rich      EUR    2.00\n");
}
END_TEST

START_TEST (only_names_are_shortened)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "Contoso Retail International North", "USD", "1234567890.00");
  add_row (table, "Short", "USD", "1.00");
  assert_table (table, 40, FALSE,
                "TITLE (USD)\n"
                "Customer                          Amount\n"
                "Contoso Retail " ELLIPSIS "nal North  1234567890.00\n"
                "Short                               1.00\n");
}
END_TEST

START_TEST (an_amount_that_does_not_fit_makes_the_table_wider)
{
  g_autoptr (TextTable) table = new_table ();
  const char *amount
      = "-12345678901234567890123456789012345678.12345678901234567890123456789012345678";
  TextStyle style = { .width = 40 };
  g_autoptr (GString) out = g_string_new (NULL);

  add_row (table, "Contoso Retail International North", "USD", amount);
  text_table_render (table, &style, "TITLE", out);
  ck_assert_ptr_nonnull (strstr (out->str, amount));
}
END_TEST

START_TEST (blanks_between_columns_are_given_up_before_the_names)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "Contoso International", "USD", "12345678901234567890");
  add_row (table, "B", "EUR", "1.00");
  assert_table (table, 40, FALSE,
                "TITLE\n"
                "Customer        Cur               Amount\n"
                "Contoso I" ELLIPSIS "ional USD 12345678901234567890\n"
                "B               EUR                 1.00\n");
}
END_TEST

START_TEST (an_empty_cell_keeps_its_place)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "A", "", "");
  add_row (table, "B", NULL, "2.00");
  assert_table (table, 80, FALSE,
                "TITLE\n"
                "Customer  Cur  Amount\n"
                "A\n"
                "B                2.00\n");
}
END_TEST

START_TEST (cells_are_made_printable)
{
  g_autoptr (TextTable) table = new_table ();

  add_row (table, "a\nb\x1B[1m", "USD", "1.00");
  assert_table (table, 80, FALSE,
                "TITLE (USD)\n"
                "Customer       Amount\n"
                "a\\x0Ab\\x1B[1m    1.00\n");
}
END_TEST

START_TEST (rows_are_coloured_whole)
{
  g_autoptr (TextTable) table = text_table_new (NULL);

  text_table_add_column (table, "A", TEXT_COLUMN_LEFT);
  text_table_add_row (table, TEXT_DIM);
  text_table_add_cell (table, "x", 0);
  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_cell (table, "y", 0);
  assert_table (table, 80, TRUE, "\033[1mTITLE\033[0m\n\033[1mA\033[0m\n\033[2mx\033[0m\ny\n");
}
END_TEST

START_TEST (months_and_amounts_have_their_forms)
{
  g_autoptr (TextTable) table = text_table_new (NULL);
  Amount known = sample_amount ("0.0071"), unknown = sample_amount (NULL);

  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "A", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "B", TEXT_COLUMN_RIGHT);
  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_month (table, calendar_month (2026, 10));
  text_table_add_decimal (table, sample_decimal ("200"), 2);
  text_table_add_amount (table, &known, 3, "-");
  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_month (table, MONTH_NONE);
  text_table_add_decimal (table, sample_decimal ("-0.5"), 2);
  text_table_add_amount (table, &unknown, 2, "unknown");
  ck_assert_uint_eq (text_table_row_count (table), 2);
  assert_table (table, 80, FALSE,
                "TITLE\n"
                "Month         A        B\n"
                "2026-10  200.00   0.0071\n"
                "-         -0.50  unknown\n");
}
END_TEST

#define ODD "\xE0\xB8\x81" /* of Thai, which is not common here */

/* A table of customers with @count characters from @first on in their names; with @odd in the name
   of one more, which takes the longer way. */
static char *
render_characters (gunichar first, guint count, guint width, const char *odd)
{
  static const char *const amounts[] = { "1.00", "-", "123456789012345.00", "", "17.20" };
  const TextStyle style = { .width = width };
  g_autoptr (TextTable) table = new_table ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GString) name = g_string_new (i % 3 == 0 ? "Trey Research (d2719f0e)" : "Wide");

      g_string_append_unichar (name, first + i);
      text_table_add_row (table, TEXT_PLAIN);
      text_table_add_cell (table, name->str, (i % 3) * 4);
      text_table_add_cell (table, i % 2 == 0 ? "USD" : "JPY", 0);
      text_table_add_cell (table, amounts[i % 5], 0);
    }
  add_row (table, odd, "USD", "1.00");
  text_table_render (table, &style, "TITLE", out);
  g_string_replace (out, ODD, "o", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

START_TEST (common_characters_are_laid_out_as_libsmartcols_does)
{
  static const struct
  {
    gunichar first, last;
  } some[] = { { 0x20, 0x7E },     { 0xA1, 0xAC },     { 0xAE, 0x24F },    { 0x391, 0x3A1 },
               { 0x3A3, 0x3CE },   { 0x400, 0x482 },   { 0x48A, 0x52F },   { 0x2026, 0x2026 },
               { 0x3041, 0x3096 }, { 0x30A1, 0x30FA }, { 0x4E00, 0x9FEF }, { 0xAC00, 0xD7A3 } };

  for (guint width = 20; width<90; width += some[_i].last - some[_i].first> 999 ? 35 : 1)
    {
      const guint count = some[_i].last - some[_i].first + 1;
      g_autofree char *plain = render_characters (some[_i].first, count, width, "o");
      g_autofree char *other = render_characters (some[_i].first, count, width, ODD);

      ck_assert_str_eq (plain, other);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("text-table");
  TCase *tcase = tcase_create ("text-table");

  tcase_add_test (tcase, amounts_are_right_aligned);
  tcase_add_test (tcase, a_spare_column_is_shown_where_there_is_room);
  tcase_add_test (tcase, what_all_rows_share_moves_into_the_title);
  tcase_add_test (tcase, wide_names_align);
  tcase_add_test (tcase, only_names_are_shortened);
  tcase_add_test (tcase, an_amount_that_does_not_fit_makes_the_table_wider);
  tcase_add_test (tcase, blanks_between_columns_are_given_up_before_the_names);
  tcase_add_test (tcase, an_empty_cell_keeps_its_place);
  tcase_add_test (tcase, cells_are_made_printable);
  tcase_add_test (tcase, rows_are_coloured_whole);
  tcase_add_test (tcase, months_and_amounts_have_their_forms);
  tcase_add_loop_test (tcase, common_characters_are_laid_out_as_libsmartcols_does, 0, 12);
  suite_add_tcase (suite, tcase);
  return suite;
}
