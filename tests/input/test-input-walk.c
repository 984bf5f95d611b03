/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/input-walk.h"
#include "sample-archive.h"
#include "test-place.h"

#define PATHS(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  GString *taken;
  guint32 unwanted;
  guint32 refused;
} Walker;

static gboolean
wants (gpointer data, guint32 index)
{
  const Walker *self = data;
  return index != self->unwanted;
}

/* "0:a ": the index and the first byte of the content. */
static gboolean
take (gpointer data, guint32 index, Container *container, GError **error)
{
  Walker *self = data;
  char byte;

  if (index == self->refused)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT, "refused");
      return FALSE;
    }
  ck_assert_int_eq (container_read (container, &byte, 1, error), 1);
  g_string_append_printf (self->taken, "%u:%c ", index, byte);
  return TRUE;
}

static Walker walker;
static InputSet *inputs;
static guint64 byte_count;
static GError *error;

static void
set_up (void)
{
  make_place ();
  walker = (Walker){ .taken = g_string_new (NULL), .unwanted = 99, .refused = 99 };
  byte_count = 0;
}

static void
tear_down (void)
{
  g_string_free (walker.taken, TRUE);
  g_clear_pointer (&inputs, input_set_free);
  g_clear_error (&error);
  remove_place ();
}

static void
list (const char *const *paths, const char *const *skips)
{
  g_clear_pointer (&inputs, input_set_free);
  inputs = input_set_new_skipping (paths, skips, FALSE, 0, &error);
  ck_assert_msg (inputs != NULL, "%s", error == NULL ? "" : error->message);
}

static gboolean
walk_all (ReadBudget *budget)
{
  const InputWalk walk
      = { .inputs = inputs, .budget = budget, .wants = wants, .take = take, .data = &walker };

  for (guint32 i = 0; i < input_set_files (inputs)->len;)
    {
      const guint32 end = input_walk_end_of_file (inputs, i);
      if (!input_walk_file (&walk, i, end, &byte_count, &error))
        return FALSE;
      i = end;
    }
  return TRUE;
}

static void
assert_walks (const char *expected)
{
  g_string_truncate (walker.taken, 0);
  ck_assert_msg (walk_all (NULL), "%s", error == NULL ? "" : error->message);
  ck_assert_str_eq (walker.taken->str, expected);
}

static void
put_tar (const char *path, const char *const *entries)
{
  put_archive (path, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, entries);
}

START_TEST (plain_files_stand_alone)
{
  put ("a.csv", "a");
  put ("b.csv", "b");
  list (PATHS ("b.csv", "a.csv"), PATHS (NULL));
  ck_assert_uint_eq (input_walk_end_of_file (inputs, 0), 1);
  ck_assert_uint_eq (input_walk_end_of_file (inputs, 1), 2);
  assert_walks ("0:b 1:a ");
  ck_assert_uint_eq (byte_count, 2);
}
END_TEST

START_TEST (entries_come_as_they_are_stored_each_under_its_own_index)
{
  put_tar ("in.tar", ENTRIES ("./c.csv", "c", "a.txt", "-", "b.csv", "b", "./a.csv", "a"));
  put ("d.csv", "d");
  list (PATHS ("in.tar", "d.csv"), PATHS (NULL));
  ck_assert_uint_eq (input_walk_end_of_file (inputs, 0), 3);
  ck_assert_uint_eq (input_walk_end_of_file (inputs, 3), 4);
  assert_walks ("2:c 1:b 0:a 3:d ");
}
END_TEST

START_TEST (an_archive_that_is_given_twice_is_walked_twice)
{
  put_tar ("in.tar", ENTRIES ("a.csv", "a", "b.csv", "b"));
  list (PATHS ("in.tar", "in.tar"), PATHS (NULL));
  ck_assert_uint_eq (input_walk_end_of_file (inputs, 0), 2);
  assert_walks ("0:a 1:b 2:a 3:b ");
}
END_TEST

START_TEST (what_is_skipped_or_not_wanted_is_passed_over)
{
  put_tar ("in.tar", ENTRIES ("a.csv", "a", "b.csv", "b", "c.csv", "c"));
  list (PATHS ("in.tar"), PATHS ("in.tar/b.csv"));
  walker.unwanted = 2;
  assert_walks ("0:a ");
}
END_TEST

START_TEST (a_file_of_which_nothing_is_wanted_is_not_opened)
{
  put ("a.csv", "a");
  put ("b.csv", "b");
  put ("c.csv", "c");
  list (PATHS ("a.csv", "b.csv", "c.csv"), PATHS ("a.csv"));
  ck_assert_int_eq (g_unlink ("a.csv"), 0);
  ck_assert_int_eq (g_unlink ("b.csv"), 0);
  walker.unwanted = 1;
  assert_walks ("2:c ");
}
END_TEST

static void
assert_refuses (const char *start)
{
  ck_assert (!walk_all (NULL));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_msg (g_str_has_prefix (error->message, start), "%s", error->message);
}

START_TEST (an_entry_that_is_gone_is_named)
{
  put_tar ("in.tar", ENTRIES ("a.csv", "a", "b.csv", "b"));
  list (PATHS ("in.tar"), PATHS (NULL));
  put_tar ("in.tar", ENTRIES ("a.csv", "a", "new.csv", "n"));
  assert_refuses ("in.tar/b.csv: the file changed while it was read; ");
}
END_TEST

START_TEST (nobody_misses_an_entry_that_is_not_wanted)
{
  put_tar ("in.tar", ENTRIES ("a.csv", "a", "b.csv", "b"));
  list (PATHS ("in.tar"), PATHS (NULL));
  put_tar ("in.tar", ENTRIES ("a.csv", "a"));
  walker.unwanted = 1;
  assert_walks ("0:a ");
}
END_TEST

START_TEST (a_file_that_is_gone_is_named)
{
  put ("a.csv", "a");
  list (PATHS ("a.csv"), PATHS (NULL));
  ck_assert_int_eq (g_unlink ("a.csv"), 0);
  assert_refuses ("a.csv: ");
}
END_TEST

START_TEST (who_takes_can_end_the_walk)
{
  put_tar ("in.tar", ENTRIES ("a.csv", "a", "b.csv", "b", "c.csv", "c"));
  list (PATHS ("in.tar"), PATHS (NULL));
  walker.refused = 1;
  assert_refuses ("refused");
  ck_assert_str_eq (walker.taken->str, "0:a ");
}
END_TEST

START_TEST (what_is_read_spends_the_budget)
{
  ReadBudget budget = { .max = 10, .left = 10 };

  put ("a.csv", "abc");
  list (PATHS ("a.csv"), PATHS (NULL));
  ck_assert (walk_all (&budget));
  ck_assert_uint_eq (budget.left, 9); /* one byte was asked for */
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-walk");
  TCase *tests = tcase_create ("input-walk");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, plain_files_stand_alone);
  tcase_add_test (tests, entries_come_as_they_are_stored_each_under_its_own_index);
  tcase_add_test (tests, an_archive_that_is_given_twice_is_walked_twice);
  tcase_add_test (tests, what_is_skipped_or_not_wanted_is_passed_over);
  tcase_add_test (tests, a_file_of_which_nothing_is_wanted_is_not_opened);
  tcase_add_test (tests, an_entry_that_is_gone_is_named);
  tcase_add_test (tests, nobody_misses_an_entry_that_is_not_wanted);
  tcase_add_test (tests, a_file_that_is_gone_is_named);
  tcase_add_test (tests, who_takes_can_end_the_walk);
  tcase_add_test (tests, what_is_read_spends_the_budget);
  suite_add_tcase (suite, tests);
  return suite;
}
