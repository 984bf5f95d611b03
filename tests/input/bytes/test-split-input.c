/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/bytes/split-input.h"
#include "test-place.h"

#define HEADER "h,i\n"

static const char text[] = HEADER "1,a\n22,bb\n\n333,ccc\n4,d\n";
#define TEXT_LENGTH (sizeof text - 1)

static void
set_up (void)
{
  make_place ();
  ck_assert (g_setenv ("TMPDIR", place, TRUE));
  ck_assert (g_file_set_contents ("header", HEADER "x", -1, NULL));
}

static void
give_bytes (const char *bytes, gsize length)
{
  int ends[2];

  ck_assert_int_eq (pipe (ends), 0);
  ck_assert_int_eq (write (ends[1], bytes, length), (gssize) length);
  ck_assert_int_eq (close (ends[1]), 0);
  ck_assert_int_eq (dup2 (ends[0], STDIN_FILENO), STDIN_FILENO);
  ck_assert_int_eq (close (ends[0]), 0);
}

static SplitInput
split_of (guint64 start, guint64 end)
{
  return (SplitInput){ .start = start,
                       .length = end - start,
                       .size = TEXT_LENGTH,
                       .header = start > 0 ? "header" : NULL };
}

/* What standard input has become. */
static void
append_rest (GString *all, gsize skipped)
{
  char bytes[2 * TEXT_LENGTH];
  const gssize count = read (STDIN_FILENO, bytes, sizeof bytes);

  ck_assert_int_ge (count, (gssize) skipped);
  g_string_append_len (all, bytes + skipped, count - (gssize) skipped);
}

static guint64
line_ends (const char *bytes)
{
  guint64 count = 0;

  while ((bytes = strchr (bytes, '\n')) != NULL)
    count++, bytes++;
  return count;
}

/* At any two bytes: each line is in one split. */
START_TEST (splits_are_the_file)
{
  const guint64 cuts[] = { 0, (guint64) _i, 0, TEXT_LENGTH };

  for (guint64 second = cuts[1] + 1; second < TEXT_LENGTH; second++)
    {
      const guint64 ends[] = { 0, cuts[1], second, TEXT_LENGTH };
      g_autoptr (GString) all = g_string_new (NULL);
      guint64 lines = 1;

      for (guint i = 0; i < 3; i++)
        {
          const SplitInput split = split_of (ends[i], ends[i + 1]);
          SplitKept kept;

          give_bytes (text + split.start, TEXT_LENGTH - split.start);
          ck_assert (split_input_keep (&split, 0, &kept, NULL));
          ck_assert_uint_eq (kept.header_bytes, i > 0 ? strlen (HEADER) : 0);
          append_rest (all, kept.header_bytes);
          lines += kept.lines;
        }
      ck_assert_str_eq (all->str, text);
      ck_assert_uint_eq (lines, line_ends (text));
    }
}
END_TEST

START_TEST (whole_lines_are_taken_as_they_come)
{
  SplitInput split = split_of (6, 9);
  g_autoptr (GString) all = g_string_new (NULL);
  SplitKept kept;

  split.whole_lines = TRUE;
  give_bytes ("22,bb\n", 6);
  ck_assert (split_input_keep (&split, 0, &kept, NULL));
  append_rest (all, 0);
  ck_assert_str_eq (all->str, HEADER "22,bb\n");
  ck_assert_uint_eq (kept.lines, 1);
}
END_TEST

static void
assert_refuses (const SplitInput *split, const char *bytes, const char *words)
{
  g_autoptr (GError) error = NULL;
  SplitKept kept;

  give_bytes (bytes, strlen (bytes));
  ck_assert (!split_input_keep (split, 30, &kept, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_msg (strstr (error->message, words) != NULL, "%s", error->message);
}

START_TEST (what_is_missing_is_told)
{
  const SplitInput first = split_of (0, 6), last = split_of (20, TEXT_LENGTH);
  SplitInput other = split_of (6, 9);

  assert_refuses (&first, "h,i\n1,", "found 6 bytes");
  assert_refuses (&first, "h,i\n1,a", "end of the line at byte 6");
  assert_refuses (&last, "cc\n4,", "found 5 bytes");
  assert_refuses (&first, "h,i", "found 3 bytes");
  assert_refuses (&first, "\n\n\n\n1,a\n", "no first line");
  other.header = "none";
  assert_refuses (&other, "a\n22,bb\n", "none: ");
  ck_assert (g_file_set_contents ("blank", "\n", -1, NULL));
  other.header = "blank";
  assert_refuses (&other, "a\n22,bb\n", "blank: found no first line");
}
END_TEST

START_TEST (too_much_is_refused)
{
  SplitInput split = split_of (6, 9);

  split.whole_lines = TRUE;
  assert_refuses (&split, "22,bb\n22,bb\n22,bb\n22,bb\n22,bb\n22,bb\n", "--max-input");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("split-input");
  TCase *split = tcase_create ("split");

  tcase_add_checked_fixture (split, set_up, remove_place);
  tcase_add_loop_test (split, splits_are_the_file, 1, TEXT_LENGTH - 1);
  tcase_add_test (split, whole_lines_are_taken_as_they_come);
  tcase_add_test (split, what_is_missing_is_told);
  tcase_add_test (split, too_much_is_refused);
  suite_add_tcase (suite, split);
  return suite;
}
