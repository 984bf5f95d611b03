/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/close-sheet.h"
#include "test-main.h"

#include <check.h>

START_TEST (errors_come_first_then_the_largest_amount_then_the_id)
{
  static const struct
  {
    const char *id;
    const char *severity;
    gint64 cents;
  } findings[] = { { "f2", "error", 100 }, { "f3", "error", -700 },  { "f1", "error", 100 },
                   { "f4", "error", 0 },   { "f5", "error", 699 },   { "f6", "notice", 9000 },
                   { "f7", "notice", 1 },  { "f8", "warning", 8000 } };
  static const char *const order[] = { "f3", "f5", "f1", "f2", "f4", "f8", "f6", "f7" };
  g_autoptr (CloseSheet) sheet = close_sheet_new ();

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      const SheetFinding finding = { .id = findings[i].id,
                                     .code = "ACO401",
                                     .severity = findings[i].severity,
                                     .month = MONTH_NONE,
                                     .amount = decimal_from_scaled (findings[i].cents, 2) };
      close_sheet_add_finding (sheet, SHEET_OPEN, &finding);
    }
  close_sheet_sort (sheet);
  ck_assert_uint_eq (sheet->findings[SHEET_RESOLVED]->len, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    ck_assert_str_eq (g_array_index (sheet->findings[SHEET_OPEN], SheetFinding, i).id, order[i]);
}
END_TEST

static void
add_findings (CloseSheet *sheet, SheetStanding standing, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      const SheetFinding finding = { .id = "f1", .code = "ACO401", .severity = "error" };
      close_sheet_add_finding (sheet, standing, &finding);
    }
}

/* How many there are, open, resolved and carried, and how many of them are shown. */
static const struct
{
  guint there[SHEET_STANDING_COUNT];
  guint shown[SHEET_STANDING_COUNT];
} shares[] = { { { 0, 0, 0 }, { 0, 0, 0 } },   { { 15, 0, 0 }, { 15, 0, 0 } },
               { { 99, 0, 0 }, { 15, 0, 0 } }, { { 99, 99, 99 }, { 5, 5, 5 } },
               { { 99, 3, 0 }, { 12, 3, 0 } }, { { 2, 99, 99 }, { 2, 8, 5 } },
               { { 0, 1, 20 }, { 0, 1, 14 } } };

START_TEST (fifteen_findings_are_shown_five_of_each_standing_at_least)
{
  g_autoptr (CloseSheet) sheet = close_sheet_new ();

  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    add_findings (sheet, (SheetStanding) i, shares[_i].there[i]);
  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    ck_assert_uint_eq (close_sheet_shown (sheet, (SheetStanding) i), shares[_i].shown[i]);
}
END_TEST

START_TEST (texts_live_as_long_as_the_sheet)
{
  g_autoptr (CloseSheet) sheet = close_sheet_new ();
  char text[] = "Ann";
  const char *kept = close_sheet_text (sheet, text);

  text[0] = 'B';
  ck_assert_str_eq (kept, "Ann");
  ck_assert_ptr_null (close_sheet_text (sheet, NULL));
}
END_TEST

START_TEST (standings_have_names)
{
  ck_assert_str_eq (close_sheet_standing_name (SHEET_OPEN), "open");
  ck_assert_str_eq (close_sheet_standing_name (SHEET_RESOLVED), "resolved");
  ck_assert_str_eq (close_sheet_standing_name (SHEET_CARRIED), "carried");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("close-sheet");
  TCase *tests = tcase_create ("close-sheet");

  tcase_add_test (tests, errors_come_first_then_the_largest_amount_then_the_id);
  tcase_add_loop_test (tests, fifteen_findings_are_shown_five_of_each_standing_at_least, 0,
                       G_N_ELEMENTS (shares));
  tcase_add_test (tests, texts_live_as_long_as_the_sheet);
  tcase_add_test (tests, standings_have_names);
  suite_add_tcase (suite, tests);
  return suite;
}
