/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/run-notes.h"
#include "test-main.h"

#include <check.h>

START_TEST (an_answer_is_there_once_it_was_noted)
{
  RunNotes notes = { 0 };
  guint answer = 7;

  ck_assert (!run_notes_answer (&notes, &answer));
  ck_assert_uint_eq (answer, 7);
  ck_assert_uint_eq (run_notes_keep_answer (&notes, 0), 0);
  ck_assert (run_notes_answer (&notes, &answer));
  ck_assert_uint_eq (answer, 0);
  ck_assert (run_notes_keep_flag (&notes, TRUE));
  ck_assert (run_notes_answer (&notes, &answer));
  ck_assert_uint_eq (answer, 1);
}
END_TEST

START_TEST (numbers_are_those_of_one_table_alone)
{
  RunNotes notes = { 0 };
  const guint32 numbers[] = { 4, 5 };
  const int mine = 0, theirs = 0;

  ck_assert_ptr_null (run_notes_numbers (&notes, &mine));
  run_notes_keep_numbers (&notes, &mine, numbers, 2);
  ck_assert_ptr_null (run_notes_numbers (&notes, &theirs));
  ck_assert_uint_eq (run_notes_numbers (&notes, &mine)[0], 4);
  ck_assert_uint_eq (run_notes_numbers (&notes, &mine)[1], 5);
}
END_TEST

START_TEST (what_was_told_and_where_rows_are_folded_is_forgotten_with_the_numbers)
{
  RunNotes notes = { 0 };
  const guint32 numbers[] = { 4 };
  int mine = 0, theirs = 0, tally = 0;

  ck_assert (!run_notes_told (&notes, &mine)); /* no numbers are noted yet */
  run_notes_keep_numbers (&notes, &mine, numbers, 1);
  ck_assert (!run_notes_told (&notes, &mine));
  ck_assert (run_notes_told (&notes, &mine));
  ck_assert (!run_notes_told (&notes, &theirs));

  run_notes_keep_folded (&notes, &theirs, 7, &tally);
  ck_assert_ptr_null (run_notes_folded (&notes, &theirs, 7));
  run_notes_keep_folded (&notes, &mine, 7, &tally);
  ck_assert_ptr_eq (run_notes_folded (&notes, &mine, 7), &tally);
  ck_assert_ptr_null (run_notes_folded (&notes, &mine, 8));

  run_notes_keep_numbers (&notes, &theirs, numbers, 1);
  ck_assert_ptr_null (run_notes_folded (&notes, &theirs, 7));
  ck_assert (!run_notes_told (&notes, &theirs));
}
END_TEST

START_TEST (without_notes_nothing_is_known)
{
  const guint32 numbers[] = { 4 };
  guint answer;

  ck_assert (!run_notes_answer (NULL, &answer));
  ck_assert_uint_eq (run_notes_keep_answer (NULL, 3), 3);
  run_notes_keep_numbers (NULL, &answer, numbers, 1);
  ck_assert_ptr_null (run_notes_numbers (NULL, &answer));
  ck_assert (!run_notes_told (NULL, &answer));
  run_notes_keep_folded (NULL, &answer, 0, &answer);
  ck_assert_ptr_null (run_notes_folded (NULL, &answer, 0));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("run-notes");
  TCase *tests = tcase_create ("run-notes");

  tcase_add_test (tests, an_answer_is_there_once_it_was_noted);
  tcase_add_test (tests, numbers_are_those_of_one_table_alone);
  tcase_add_test (tests, what_was_told_and_where_rows_are_folded_is_forgotten_with_the_numbers);
  tcase_add_test (tests, without_notes_nothing_is_known);
  suite_add_tcase (suite, tests);
  return suite;
}
