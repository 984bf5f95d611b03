/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/table-layout.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* A name, an amount, a spare day and a spare word: 40 + 10 + 10 + 10 and three gaps. */
static const TableLayoutColumn usual[] = { { .natural = 40, .shrinks = TRUE },
                                           { .natural = 10 },
                                           { .natural = 10, .spare = TRUE },
                                           { .natural = 10, .spare = TRUE } };

static const struct
{
  gsize line_width;
  gsize widths[4];
  gsize gap;
} layouts[]
    = {
        { 100, { 40, 10, 10, 10 }, 2 },
        { 76, { 40, 10, 10, 10 }, 2 },
        { 75, { 39, 10, 10, 10 }, 2 },
        { 50, { 14, 10, 10, 10 }, 2 },
        { 49, { 16, 10, 10, 10 }, 1 }, /* blanks go before a name becomes hard to tell */
        { 43, { 10, 10, 10, 10 }, 1 },
        { 42, { 18, 10, 10, 0 }, 2 }, /* then the last spare column */
        { 32, { 10, 10, 10, 0 }, 1 },
        { 31, { 19, 10, 0, 0 }, 2 },
        { 21, { 10, 10, 0, 0 }, 1 },
        { 20, { 14, 10, 10, 10 }, 2 }, /* nothing helps: all of it */
      };

START_TEST (columns_shrink_and_then_spare_ones_go)
{
  TableLayoutColumn columns[G_N_ELEMENTS (usual)];

  memcpy (columns, usual, sizeof usual);
  ck_assert_uint_eq (table_layout_fit (columns, 4, layouts[_i].line_width), layouts[_i].gap);
  for (guint i = 0; i < 4; i++)
    ck_assert_uint_eq (columns[i].width, layouts[_i].widths[i]);
}
END_TEST

START_TEST (of_several_the_widest_shrinks)
{
  TableLayoutColumn columns[] = { { .natural = 30, .shrinks = TRUE },
                                  { .natural = 0 }, /* in the title */
                                  { .natural = 20, .shrinks = TRUE } };

  ck_assert_uint_eq (table_layout_fit (columns, 3, 42), 2);
  ck_assert_uint_eq (columns[0].width, 20);
  ck_assert_uint_eq (columns[1].width, 0);
  ck_assert_uint_eq (columns[2].width, 20);
}
END_TEST

START_TEST (a_table_of_spare_columns_alone_is_shown)
{
  TableLayoutColumn columns[] = { { .natural = 30, .spare = TRUE } };

  ck_assert_uint_eq (table_layout_fit (columns, 1, 40), 2);
  ck_assert_uint_eq (columns[0].width, 30);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("table-layout");
  TCase *tests = tcase_create ("table-layout");

  tcase_add_loop_test (tests, columns_shrink_and_then_spare_ones_go, 0, G_N_ELEMENTS (layouts));
  tcase_add_test (tests, of_several_the_widest_shrinks);
  tcase_add_test (tests, a_table_of_spare_columns_alone_is_shown);
  suite_add_tcase (suite, tests);
  return suite;
}
