/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "store/history.h"
#include "test-main.h"

#include <check.h>

#include "test-place.h"

static void
make_history (void)
{
  g_autoptr (History) history = history_new ();
  gboolean is_there;

  ck_assert (history_publish (history, "h.db", &is_there, NULL));
}

static const char insert_seal[]
    = "INSERT INTO seal (month, version, state, sealed_at, preparer, approver, pack_state)"
      " VALUES ('2026-10', 1, 'sealed', 'T', 'A', 'B', 'none')";

START_TEST (a_new_one_is_one_file_for_its_owner)
{
  make_history ();
  g_autoptr (History) reader = history_open ("h.db", HISTORY_READS, 0, NULL);
  ck_assert_ptr_nonnull (reader);
  ck_assert_uint_eq (mode_of ("h.db"), 0600);
  g_clear_pointer (&reader, history_free);
  assert_lists (".", "h.db");
}
END_TEST

START_TEST (what_is_committed_stays)
{
  make_history ();
  g_autoptr (History) writer = history_open ("h.db", HISTORY_WRITES, 0, NULL);
  ck_assert (history_lock (writer, NULL));
  ck_assert (history_begin (writer, NULL));
  ck_assert (database_run (history_database (writer), insert_seal, NULL));
  ck_assert (history_commit (writer, NULL));
  g_clear_pointer (&writer, history_free);
  g_autoptr (History) reader = history_open ("h.db", HISTORY_READS, 0, NULL);
  g_autoptr (DatabaseQuery) query
      = database_query_new (history_database (reader), "SELECT month FROM seal", NULL);
  ck_assert (database_query_next (query, NULL));
  g_clear_pointer (&query, database_query_free);
  g_clear_pointer (&reader, history_free);
  assert_lists (".", "h.db");
}
END_TEST

START_TEST (what_is_not_committed_changes_nothing)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize length, length_after;

  make_history ();
  ck_assert (g_file_get_contents ("h.db", &before, &length, NULL));
  g_autoptr (History) writer = history_open ("h.db", HISTORY_WRITES, 0, NULL);
  ck_assert (history_lock (writer, NULL));
  ck_assert (history_begin (writer, NULL));
  ck_assert (database_run (history_database (writer), insert_seal, NULL));
  g_clear_pointer (&writer, history_free);
  ck_assert (g_file_get_contents ("h.db", &after, &length_after, NULL));
  ck_assert_uint_eq (length, length_after);
  ck_assert_mem_eq (before, after, length);
  assert_lists (".", "h.db");
}
END_TEST

START_TEST (a_copy_is_the_file_and_takes_no_place)
{
  g_autofree char *file = NULL, *copy = NULL;
  gsize length, copy_length;
  gboolean is_there;

  make_history ();
  /* also while somebody is about to write */
  g_autoptr (History) writer = history_open ("h.db", HISTORY_WRITES, 0, NULL);
  ck_assert (history_lock (writer, NULL) && history_begin (writer, NULL));
  ck_assert (database_run (history_database (writer), insert_seal, NULL));
  g_autoptr (History) reader = history_open ("h.db", HISTORY_READS, 0, NULL);
  g_autoptr (NewFile) backup = history_backup (reader, "copy.db", NULL);
  ck_assert (new_file_appear (backup, &is_there, NULL));
  g_clear_pointer (&writer, history_free);
  ck_assert (g_file_get_contents ("h.db", &file, &length, NULL));
  ck_assert (g_file_get_contents ("copy.db", &copy, &copy_length, NULL));
  ck_assert_uint_eq (length, copy_length);
  ck_assert_mem_eq (file, copy, length);
  ck_assert_uint_eq (mode_of ("copy.db"), 0600);
  g_autoptr (NewFile) other = history_backup (reader, "copy.db", NULL);
  ck_assert (!new_file_appear (other, &is_there, NULL));
  ck_assert (is_there);
}
END_TEST

START_TEST (a_second_writer_waits_and_gives_up)
{
  g_autoptr (GError) error = NULL;

  make_history ();
  g_autoptr (History) first = history_open ("h.db", HISTORY_WRITES, 0, NULL);
  g_autoptr (History) second = history_open ("h.db", HISTORY_WRITES, 0, NULL);
  ck_assert (history_lock (first, NULL));
  ck_assert (!history_lock (second, &error));
  ck_assert_int_eq (error->code, RECON_ERROR_HISTORY);
  g_clear_pointer (&first, history_free);
  ck_assert (history_lock (second, NULL));
}
END_TEST

START_TEST (a_second_one_does_not_take_its_place)
{
  gboolean is_there = FALSE;

  make_history ();
  g_autoptr (History) other = history_new ();
  ck_assert (!history_publish (other, "h.db", &is_there, NULL));
  ck_assert (is_there);
  ck_assert (history_exists ("h.db"));
  ck_assert (!history_exists ("g.db"));
}
END_TEST

/* One byte of a good history is set. */
static const struct
{
  const char *what;
  gssize at;
  guint8 byte;
} strangers[] = {
  { "no SQLite database", 0, 'X' },
  { "the database of another program", 68, 'B' },
  { "newer", 63, 2 },
  { "no layout", 63, 0 },
  { "not whole", 31, 200 },
};

static void
assert_refused (const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length, length_after;

  ck_assert (g_file_get_contents ("h.db", &before, &length, NULL));
  for (guint access = HISTORY_READS; access <= HISTORY_WRITES; access++)
    {
      g_clear_error (&error);
      ck_assert_ptr_null (history_open ("h.db", access, 0, &error));
      ck_assert_int_eq (error->code, RECON_ERROR_HISTORY);
      ck_assert_msg (strstr (error->message, reason) != NULL, "%s", error->message);
    }
  ck_assert (g_file_get_contents ("h.db", &after, &length_after, NULL));
  ck_assert_uint_eq (length, length_after);
  ck_assert_mem_eq (before, after, length);
  assert_lists (".", "h.db");
}

START_TEST (a_stranger_is_refused_untouched)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_history ();
  ck_assert (g_file_get_contents ("h.db", &bytes, &length, NULL));
  bytes[strangers[_i].at] = (char) strangers[_i].byte;
  ck_assert (g_file_set_contents ("h.db", bytes, (gssize) length, NULL));
  assert_refused (strangers[_i].what);
}
END_TEST

START_TEST (a_cut_or_empty_file_is_refused_untouched)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_history ();
  ck_assert (g_file_get_contents ("h.db", &bytes, &length, NULL));
  ck_assert (g_file_set_contents ("h.db", bytes, (gssize) length - 1, NULL));
  assert_refused ("not whole");
  put ("h.db", "");
  assert_refused ("no SQLite database");
}
END_TEST

START_TEST (where_there_is_none_it_says_so)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (history_open ("h.db", HISTORY_READS, 0, &error));
  ck_assert_int_eq (error->code, RECON_ERROR_HISTORY);
  ck_assert_str_eq (error->message,
                    "h.db: there is no history; the first acorecon close makes one");
  assert_lists (".", "");
}
END_TEST

START_TEST (a_folder_is_no_history)
{
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir ("h.db", 0700), 0);
  ck_assert_ptr_null (history_open ("h.db", HISTORY_READS, 0, &error));
  ck_assert_int_eq (error->code, RECON_ERROR_HISTORY);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history");
  TCase *tests = tcase_create ("history");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_new_one_is_one_file_for_its_owner);
  tcase_add_test (tests, what_is_committed_stays);
  tcase_add_test (tests, what_is_not_committed_changes_nothing);
  tcase_add_test (tests, a_copy_is_the_file_and_takes_no_place);
  tcase_add_test (tests, a_second_writer_waits_and_gives_up);
  tcase_add_test (tests, a_second_one_does_not_take_its_place);
  tcase_add_loop_test (tests, a_stranger_is_refused_untouched, 0, G_N_ELEMENTS (strangers));
  tcase_add_test (tests, a_cut_or_empty_file_is_refused_untouched);
  tcase_add_test (tests, where_there_is_none_it_says_so);
  tcase_add_test (tests, a_folder_is_no_history);
  suite_add_tcase (suite, tests);
  return suite;
}
