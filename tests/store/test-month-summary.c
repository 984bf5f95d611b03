/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-layout.h"
#include "store/month-summary.h"
#include "test-main.h"

#include <check.h>

/* Two customers of one currency and one of another, and three findings. */
static Database *
month (void)
{
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  ck_assert (database_run (
      database,
      "PRAGMA foreign_keys = OFF;"
      "INSERT INTO figure (month, version, customer_id, currency, net, charges) VALUES"
      " ('2026-09', 1, 'a', 'USD', '1.10', NULL), ('2026-09', 1, 'b', 'USD', '2.005', NULL),"
      " ('2026-09', 1, 'a', 'EUR', NULL, '-4.00'), ('2026-09', 2, 'a', 'USD', '9.00', NULL);"
      "INSERT INTO finding (month, version, finding_id, finding_key, code, severity, amount) VALUES"
      " ('2026-09', 1, 'f1', 'k', 'ACO101', 'error', '0.00'),"
      " ('2026-09', 1, 'f2', 'k', 'ACO101', 'error', '0.00')",
      NULL));
  return database;
}

/* "EUR - -4.00|USD 3.105 -|2": net and charges per currency, and the findings. */
static char *
summary (Database *database)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  g_autoptr (GString) out = g_string_new (NULL);
  guint64 findings = 0;
  g_autoptr (GArray) rows = month_summary_read (database, "2026-09", 1, texts, &findings, NULL);

  ck_assert_ptr_nonnull (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const ListFigures *row = &g_array_index (rows, ListFigures, i);
      g_autofree char *net
          = row->net.known ? decimal_to_string (row->net.value, 2) : g_strdup ("-");
      g_autofree char *charges
          = row->charges.known ? decimal_to_string (row->charges.value, 2) : g_strdup ("-");

      g_string_append_printf (out, "%s %s %s|", row->currency, net, charges);
    }
  g_string_append_printf (out, "%d", (int) findings);
  return g_strdup (out->str);
}

#define SUMMARY "EUR - -4.00|USD 3.105 -|2"

START_TEST (it_is_reckoned_where_it_is_not_kept)
{
  g_autoptr (Database) database = month ();
  g_autofree char *text = summary (database);

  ck_assert_str_eq (text, SUMMARY);
  ck_assert (month_summary_is_right (database, "2026-09", 1, NULL));
}
END_TEST

START_TEST (what_is_kept_is_read)
{
  g_autoptr (Database) database = month ();

  ck_assert (month_summary_write (database, "2026-09", 1, NULL));
  ck_assert (month_summary_write (database, "2026-09", 2, NULL));
  g_autofree char *text = summary (database);
  ck_assert_str_eq (text, SUMMARY);
  ck_assert (month_summary_is_right (database, "2026-09", 1, NULL));
  ck_assert (database_run (database, "DELETE FROM figure; DELETE FROM finding", NULL));
  g_autofree char *kept = summary (database);
  ck_assert_str_eq (kept, SUMMARY);
  ck_assert (!month_summary_is_right (database, "2026-09", 1, NULL));
}
END_TEST

START_TEST (each_change_of_it_is_seen)
{
  static const char *const changes[] = {
    "UPDATE month_figure SET net = '3.106' WHERE currency = 'USD'",
    "UPDATE month_figure SET charges = NULL",
    "UPDATE month_figure SET usage_credit = 'x'",
    "UPDATE month_figure SET currency = 'EUX' WHERE currency = 'EUR'",
    "DELETE FROM month_figure WHERE currency = 'EUR'",
    "UPDATE month_finding SET findings = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Database) database = month ();

      ck_assert (month_summary_write (database, "2026-09", 1, NULL));
      ck_assert (database_run (database, changes[i], NULL));
      ck_assert_msg (!month_summary_is_right (database, "2026-09", 1, NULL), "%s", changes[i]);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-summary");
  TCase *tcase = tcase_create ("month-summary");

  tcase_add_test (tcase, it_is_reckoned_where_it_is_not_kept);
  tcase_add_test (tcase, what_is_kept_is_read);
  tcase_add_test (tcase, each_change_of_it_is_seen);
  suite_add_tcase (suite, tcase);
  return suite;
}
