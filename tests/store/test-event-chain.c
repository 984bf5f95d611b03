/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/event-chain.h"
#include "store/history-layout.h"
#include "test-main.h"

#include <check.h>

static const Event reopening
    = { .kind = EVENT_REOPEN, .at = "T", .month = "2026-10", .version = 1, .by = "Ann" };

static Database *
three_events (char **last)
{
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_free (*last);
      *last = event_chain_append (database, &reopening, NULL);
      ck_assert_ptr_nonnull (*last);
    }
  return database;
}

static void
note_breach (gint64 n, const char *what, gpointer text)
{
  g_string_append_printf (text, "%d %s\n", (int) n, what);
}

static char *
breaches_after (const char *sql)
{
  g_autofree char *last = NULL;
  g_autoptr (Database) database = three_events (&last);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Only who may change the schema can take the guards away. */
  ck_assert (database_run (database, "DROP TRIGGER event_update; DROP TRIGGER event_delete", NULL));
  ck_assert (database_run (database, sql, NULL));
  ck_assert (event_chain_walk (database, note_breach, text, NULL));
  return g_strdup (text->str);
}

static const struct
{
  const char *sql, *breaches;
} changes[] = {
  { "SELECT 1", "" },
  { "UPDATE event SET body = replace (body, 'Ann', 'Amy') WHERE n = 2", "2 hash differs\n" },
  { "UPDATE event SET hash = 'x' WHERE n = 2", "2 hash differs\n3 previous hash differs\n" },
  { "DELETE FROM event WHERE n = 2", "2 is missing\n3 previous hash differs\n" },
  { "DELETE FROM event WHERE n = 1", "1 is missing\n2 previous hash differs\n" },
  /* What is cut off at the end shows to who kept the last hash alone. */
  { "DELETE FROM event WHERE n = 3", "" },
};

START_TEST (a_change_breaks_the_chain)
{
  g_autofree char *text = breaches_after (changes[_i].sql);

  ck_assert_str_eq (text, changes[_i].breaches);
}
END_TEST

START_TEST (events_only_grow)
{
  static const char *const attempts[]
      = { "UPDATE event SET by = 'x'", "DELETE FROM event",
          "INSERT OR REPLACE INTO event SELECT * FROM event WHERE n = 1" };
  g_autofree char *last = NULL;
  g_autoptr (Database) database = three_events (&last);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    ck_assert (!database_run (database, attempts[i], NULL));
}
END_TEST

START_TEST (a_hash_is_found)
{
  g_autofree char *last = NULL;
  g_autoptr (Database) database = three_events (&last);

  ck_assert_int_eq (event_chain_last (database, NULL), 3);
  ck_assert (event_chain_has (database, last, NULL));
  ck_assert (!event_chain_has (database, "abc", NULL));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("event-chain");
  TCase *tests = tcase_create ("event-chain");

  tcase_add_loop_test (tests, a_change_breaks_the_chain, 0, G_N_ELEMENTS (changes));
  tcase_add_test (tests, events_only_grow);
  tcase_add_test (tests, a_hash_is_found);
  suite_add_tcase (suite, tests);
  return suite;
}
