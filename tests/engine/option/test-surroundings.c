/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "engine/option/surroundings.h"
#include "input/bytes/limits.h"
#include "output/xlsx/report-xlsx.h"

START_TEST (nobodys_are_a_plain_text_of_the_usual_width)
{
  const Surroundings none = surroundings_none ();
  const TextStyle style = surroundings_text_style (&none, TEXT_COLOUR_AUTO);

  ck_assert_uint_eq (style.width, TEXT_WIDTH_DEFAULT);
  ck_assert (!style.colour);
  ck_assert (!style.all);
  ck_assert_int_eq (none.workbook_time, REPORT_XLSX_CREATED_AS_OF);
  ck_assert_uint_eq (none.part_bytes_min, PART_BYTES_MIN);
}
END_TEST

START_TEST (who_asks_for_colour_gets_it_and_who_declines_does_not)
{
  const Surroundings plain = surroundings_none ();
  const Surroundings colourful = { .width = 100, .is_colourful = TRUE };

  ck_assert (surroundings_text_style (&plain, TEXT_COLOUR_ALWAYS).colour);
  ck_assert (surroundings_text_style (&colourful, TEXT_COLOUR_AUTO).colour);
  ck_assert (!surroundings_text_style (&colourful, TEXT_COLOUR_NEVER).colour);
  ck_assert_uint_eq (surroundings_text_style (&colourful, TEXT_COLOUR_NEVER).width, 100);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("surroundings");
  TCase *tests = tcase_create ("surroundings");

  tcase_add_test (tests, nobodys_are_a_plain_text_of_the_usual_width);
  tcase_add_test (tests, who_asks_for_colour_gets_it_and_who_declines_does_not);
  suite_add_tcase (suite, tests);
  return suite;
}
