/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-layout.h"
#include "store/seals.h"
#include "test-main.h"

#include <check.h>

/* "2026-09:1:sealed 2026-10:1:reopened" */
static Seals *
seals_of (const char *texts)
{
  g_autoptr (Database) database = database_new ();
  g_auto (GStrv) seals = g_strsplit (texts, " ", -1);

  ck_assert (history_layout_create (database, NULL));
  g_autoptr (DatabaseQuery) insert = database_query_new (
      database,
      "INSERT INTO seal (month, version, state, sealed_at, preparer, approver, pack_state)"
      " VALUES (?, ?, ?, 'T', 'A', 'B', 'none')",
      NULL);
  for (guint i = 0; seals[i] != NULL && *seals[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (seals[i], ":", 3);

      database_query_bind_text (insert, 1, parts[0]);
      database_query_bind_number (insert, 2, g_ascii_strtoll (parts[1], NULL, 10));
      database_query_bind_text (insert, 3, parts[2]);
      ck_assert (database_query_run (insert, NULL));
    }
  return seals_load (database, NULL);
}

static const struct
{
  const char *seals;
  int month; /* of 2026 */
  gboolean restates, is_first;
  SealOrder order;
} orders[] = {
  { "", 10, FALSE, TRUE, SEAL_ORDER_FREE },
  { "", 10, FALSE, FALSE, SEAL_ORDER_NEEDS_FIRST },
  { "", 10, TRUE, FALSE, SEAL_ORDER_NEEDS_FIRST },
  { "2026-09:1:sealed", 10, FALSE, FALSE, SEAL_ORDER_FREE },
  { "2026-09:1:sealed", 10, TRUE, FALSE, SEAL_ORDER_FREE },
  { "2026-09:1:sealed", 10, FALSE, TRUE, SEAL_ORDER_NOT_FIRST },
  { "2026-09:1:sealed", 11, FALSE, FALSE, SEAL_ORDER_GAP_BEFORE },
  { "2026-09:1:reopened", 10, FALSE, FALSE, SEAL_ORDER_GAP_BEFORE },
  { "2026-09:1:sealed", 8, FALSE, FALSE, SEAL_ORDER_TOO_LATE },
  /* To restate. */
  { "2026-09:1:sealed", 9, FALSE, FALSE, SEAL_ORDER_RESTATES },
  { "2026-09:1:reopened", 9, FALSE, FALSE, SEAL_ORDER_RESTATES },
  { "2026-09:1:sealed", 9, TRUE, FALSE, SEAL_ORDER_FREE },
  { "2026-09:1:reopened", 9, TRUE, FALSE, SEAL_ORDER_FREE },
  { "2026-09:1:sealed 2026-10:1:sealed", 9, TRUE, FALSE, SEAL_ORDER_LATER_STAND },
  { "2026-09:1:sealed 2026-10:1:reopened", 9, TRUE, FALSE, SEAL_ORDER_FREE },
  { "2026-09:1:sealed 2026-10:1:reopened", 10, TRUE, FALSE, SEAL_ORDER_FREE },
  { "2026-09:1:reopened 2026-10:1:reopened", 10, TRUE, FALSE, SEAL_ORDER_GAP_BEFORE },
  { "2026-09:1:superseded 2026-09:2:sealed", 10, FALSE, FALSE, SEAL_ORDER_FREE },
};

START_TEST (a_month_may_be_sealed_in_its_turn)
{
  g_autoptr (Seals) seals = seals_of (orders[_i].seals);

  ck_assert_int_eq ((int) seals_order (seals, calendar_month (2026, orders[_i].month),
                                       orders[_i].restates, orders[_i].is_first),
                    (int) orders[_i].order);
}
END_TEST

START_TEST (the_current_version_is_the_one_that_stands)
{
  g_autoptr (Seals) seals = seals_of ("2026-09:1:superseded 2026-09:2:sealed 2026-10:1:reopened");
  const Month september = calendar_month (2026, 9), october = september + 1;

  ck_assert_int_eq (seals_find (seals, september)->version, 2);
  ck_assert_int_eq ((int) seals_find (seals, october)->state, SEAL_REOPENED);
  ck_assert_ptr_null (seals_find (seals, october + 1));
  ck_assert_ptr_eq (seals_first (seals), seals_find (seals, september));
  ck_assert_ptr_eq (seals_last (seals), seals_find (seals, october));
  ck_assert_int_eq (seals_next_version (seals, september), 3);
  ck_assert_int_eq (seals_next_version (seals, october), 2);
  ck_assert_int_eq (seals_next_version (seals, october + 1), 1);
  ck_assert_uint_eq (seals_list (seals)->len, 3);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("seals");
  TCase *tests = tcase_create ("seals");

  tcase_add_loop_test (tests, a_month_may_be_sealed_in_its_turn, 0, G_N_ELEMENTS (orders));
  tcase_add_test (tests, the_current_version_is_the_one_that_stands);
  suite_add_tcase (suite, tests);
  return suite;
}
