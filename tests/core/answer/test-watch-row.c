/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/watch-row.h"
#include "test-main.h"

#include <check.h>

START_TEST (reasons_have_the_published_names)
{
  static const char *const names[] = { "lost",    "expiring", "will-forfeit", "will-run-out",
                                       "granted", "vanished", "unreported",   "disputed" };

  ck_assert_uint_eq (G_N_ELEMENTS (names), WATCH_REASON_COUNT);
  ck_assert_str_eq (watch_row_reason_name ((WatchReason) _i), names[_i]);
}
END_TEST

START_TEST (the_schema_is_the_published_one)
{
  const ReportSchema *schema = watch_row_schema ();

  ck_assert_str_eq (schema->name, "acorecon.watch/1");
  ck_assert_str_eq (schema->tables[0].info.name, "agreements");
  ck_assert_uint_eq (schema->table_count, 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("watch-row");
  TCase *tests = tcase_create ("watch-row");

  tcase_add_loop_test (tests, reasons_have_the_published_names, 0, WATCH_REASON_COUNT);
  tcase_add_test (tests, the_schema_is_the_published_one);
  suite_add_tcase (suite, tests);
  return suite;
}
