/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/content-digest.h"
#include "store/history-layout.h"
#include "test-main.h"

#include <check.h>

#define SEAL \
  "INSERT INTO seal (month, version, state, sealed_at, preparer, approver, pack_state)" \
  " VALUES ('2026-10', 1, 'sealed', 'T', 'A', 'B', 'none');"
#define INVOICES \
  "INSERT INTO invoice VALUES ('2026-10', 1, 'G2', 'USD', 2, '10.00', '0.00', '10.00');" \
  "INSERT INTO invoice VALUES ('2026-10', 1, 'G10' || char (10), 'USD', 1, '1.00', '0.00', " \
  "'1.00');"
#define BALANCE \
  "INSERT INTO balance VALUES ('2026-10', 1, 'c', 'a\\b', NULL, 'USD', '2026-10', '1.00', " \
  "'2.00', NULL, NULL, NULL);"

/* Their lines, as sha256sum sees them. */
#define TEXT \
  "balance\nc\ta\\\\b\t\\N\tUSD\t2026-10\t1.00\t2.00\t\\N\t\\N\t\\N\nfigure\ncredit\ninvoice\n" \
  "G10\\n\tUSD\t1\t1.00\t0.00\t1.00\nG2\tUSD\t2\t10.00\t0.00\t10.00\nfinding\n"

static char *
digest_after (const char *sql)
{
  g_autoptr (Database) database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  ck_assert (database_run (database, SEAL, NULL));
  ck_assert (database_run (database, sql, NULL));
  return content_digest (database, "2026-10", 1, NULL);
}

START_TEST (the_digest_is_over_sorted_escaped_lines)
{
  g_autofree char *digest = digest_after (INVOICES BALANCE);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);

  ck_assert_str_eq (digest, expected);
}
END_TEST

START_TEST (other_versions_do_not_count)
{
  g_autofree char *digest = digest_after (INVOICES BALANCE);
  g_autofree char *same = digest_after (
      INVOICES BALANCE "INSERT INTO seal (month, version, state, sealed_at, preparer, approver,"
                       " pack_state) VALUES ('2026-10', 2, 'sealed', 'T', 'A', 'B', 'none');"
                       "INSERT INTO invoice VALUES ('2026-10', 2, 'G3', 'USD', 2, '1.00', '0.00',"
                       " '1.00');");

  ck_assert_str_eq (digest, same);
}
END_TEST

START_TEST (any_change_shows)
{
  g_autofree char *digest = digest_after (INVOICES BALANCE);
  g_autofree char *changed
      = digest_after (INVOICES BALANCE "UPDATE balance SET balance_amount = '2.01'");
  g_autofree char *fewer = digest_after (BALANCE);

  ck_assert_str_ne (digest, changed);
  ck_assert_str_ne (digest, fewer);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("content-digest");
  TCase *tests = tcase_create ("content-digest");

  tcase_add_test (tests, the_digest_is_over_sorted_escaped_lines);
  tcase_add_test (tests, other_versions_do_not_count);
  tcase_add_test (tests, any_change_shows);
  suite_add_tcase (suite, tests);
  return suite;
}
