/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "app/run/progress.h"
#include "test-place.h"

/* This program's clock stands in for GLib's: it stands still until a step says otherwise. */
static gint64 time_now;

gint64
g_get_monotonic_time (void)
{
  return time_now;
}

#define MIB (G_GUINT64_CONSTANT (1024) * 1024)

/* How far the reading is, one step after the other. */
typedef struct
{
  guint64 done, total;
  guint seconds; /* that have gone by since the step before */
} Step;

/* What is written after the steps, half of it in two seconds; NULL: nothing. */
static const char *written;

static void
show (gboolean is_wanted, const Step *steps, gsize count)
{
  g_autoptr (Progress) progress = progress_new (is_wanted);

  for (gsize i = 0; i < count; i++)
    {
      time_now += steps[i].seconds * G_USEC_PER_SEC;
      progress_update (steps[i].done, steps[i].total, progress);
    }
  progress_end (progress);
  if (written == NULL)
    return;
  progress_write (written, 0, 100, progress);
  time_now += 2 * G_USEC_PER_SEC;
  progress_write (written, 50, 100, progress);
  progress_write (written, 0, 0, progress);
  progress_end (progress);
}

#define STEPS(...) (const Step[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const Step[]){ __VA_ARGS__ }))

/* What goes to standard error when that is a file. */
static void
assert_file (gboolean is_wanted, const Step *steps, gsize count, const char *expected)
{
  const int before = begin_capture (STDERR_FILENO, "stderr");

  show (is_wanted, steps, count);
  end_capture (STDERR_FILENO, before);
  assert_holds ("stderr", expected);
}

/* A terminal that changes nothing of what is written to it. */
static int
open_terminal (int master)
{
  struct termios modes;
  const int terminal = open (ptsname (master), O_RDWR | O_NOCTTY | O_CLOEXEC);

  ck_assert_int_ge (terminal, 0);
  ck_assert_int_eq (tcgetattr (terminal, &modes), 0);
  cfmakeraw (&modes);
  ck_assert_int_eq (tcsetattr (terminal, TCSANOW, &modes), 0);
  return terminal;
}

/* The same on a terminal. @expected must not be empty: its end is what is waited for. */
static void
assert_terminal (gboolean is_wanted, const Step *steps, gsize count, const char *expected)
{
  const int master = posix_openpt (O_RDWR | O_NOCTTY);
  const int before = dup (STDERR_FILENO);
  char text[512] = "";
  gsize length = 0;

  ck_assert (master >= 0 && before >= 0);
  ck_assert (grantpt (master) == 0 && unlockpt (master) == 0);
  const int terminal = open_terminal (master);
  ck_assert_int_eq (dup2 (terminal, STDERR_FILENO), STDERR_FILENO);
  show (is_wanted, steps, count);
  ck_assert_int_eq (write (terminal, "|", 1), 1);
  end_capture (STDERR_FILENO, before);
  while ((length == 0 || text[length - 1] != '|') && length < sizeof text - 1)
    {
      const gssize got = read (master, text + length, sizeof text - 1 - length);

      ck_assert_int_gt (got, 0);
      length += (gsize) got;
      text[length] = '\0';
    }
  text[length - 1] = '\0';
  ck_assert_str_eq (text, expected);
  ck_assert_int_eq (close (terminal), 0);
  ck_assert_int_eq (close (master), 0);
}

START_TEST (without_a_terminal_nothing_is_shown)
{
  assert_file (FALSE, STEPS ({ 8 * MIB, 64 * MIB, 0 }, { 64 * MIB, 64 * MIB, 0 }), "");
}
END_TEST

START_TEST (what_was_asked_for_is_shown_line_by_line)
{
  assert_file (TRUE,
               STEPS ({ 0, 64 * MIB, 0 }, { 33 * MIB / 2, 64 * MIB, 0 }, { 64 * MIB, 64 * MIB, 0 }),
               "reading:   0 % of 64 MiB\n"
               "reading:  25 % of 64 MiB\n"
               "reading: 100 % of 64 MiB\n");
}
END_TEST

START_TEST (the_same_percentage_is_shown_once)
{
  assert_file (TRUE,
               STEPS ({ 95 * MIB, 1000 * MIB, 0 }, { 105 * MIB, 1000 * MIB, 0 },
                      { 106 * MIB, 1000 * MIB, 0 }, { 1000 * MIB, 1000 * MIB, 0 },
                      { 1000 * MIB, 1000 * MIB, 0 }),
               "reading:   9 % of 1000 MiB\n"
               "reading:  10 % of 1000 MiB\n"
               "reading: 100 % of 1000 MiB\n");
}
END_TEST

START_TEST (nothing_to_read_is_all_of_it)
{
  assert_file (TRUE, STEPS ({ 0, 0, 0 }), "reading: 100 % of 0 MiB\n");
}
END_TEST

START_TEST (more_than_everything_is_all_of_it)
{
  assert_file (TRUE, STEPS ({ 65 * MIB, 64 * MIB, 0 }, { G_MAXUINT64, G_MAXUINT64, 0 }),
               "reading: 100 % of 64 MiB\n");
}
END_TEST

START_TEST (very_long_input_does_not_overflow)
{
  assert_file (TRUE, STEPS ({ G_MAXUINT64 / 1000 * 505, G_MAXUINT64, 0 }),
               "reading:  50 % of 17592186044415 MiB\n");
}
END_TEST

START_TEST (half_of_a_short_input_is_half_of_it)
{
  assert_file (TRUE, STEPS ({ 100, 200, 0 }, { 200, 200, 0 }),
               "reading:  50 % of 0 MiB\n"
               "reading: 100 % of 0 MiB\n");
}
END_TEST

START_TEST (on_a_terminal_one_line_is_written_over_and_taken_back)
{
  assert_terminal (FALSE, STEPS ({ 33 * MIB / 2, 64 * MIB, 0 }, { 64 * MIB, 64 * MIB, 0 }),
                   "\rreading:  25 % of 64 MiB\033[K\rreading: 100 % of 64 MiB\033[K\r\033[K");
}
END_TEST

START_TEST (on_a_terminal_speed_and_time_left_are_told_from_the_first_second_on)
{
  assert_terminal (FALSE,
                   STEPS ({ 4 * MIB, 64 * MIB, 1 }, { 16 * MIB, 64 * MIB, 0 },
                          { 24 * MIB, 64 * MIB, 2 }, { 64 * MIB, 64 * MIB, 2 }),
                   "\rreading:   6 % of 64 MiB\033[K\rreading:  25 % of 64 MiB\033[K"
                   "\rreading:  37 % of 64 MiB, 10 MiB/s, 0:04 left\033[K"
                   "\rreading: 100 % of 64 MiB, 15 MiB/s\033[K\r\033[K");
}
END_TEST

START_TEST (on_a_terminal_the_same_percentage_is_shown_again_after_a_second)
{
  assert_terminal (
      FALSE,
      STEPS ({ 40 * MIB, 8000 * MIB, 0 }, { 44 * MIB, 8000 * MIB, 0 }, { 50 * MIB, 8000 * MIB, 1 }),
      "\rreading:   0 % of 8000 MiB\033[K"
      "\rreading:   0 % of 8000 MiB, 10 MiB/s, 13:15 left\033[K\r\033[K");
}
END_TEST

START_TEST (on_a_terminal_the_time_left_of_writing_is_told)
{
  written = "page";
  assert_terminal (FALSE, STEPS ({ 64 * MIB, 64 * MIB, 0 }),
                   "\rreading: 100 % of 64 MiB\033[K\r\033[K"
                   "\rwriting: page\033[K\rwriting: page, 0:02 left\033[K"
                   "\rwriting: page\033[K\r\033[K");
  written = NULL;
}
END_TEST

START_TEST (in_a_file_there_is_no_time)
{
  assert_file (TRUE, STEPS ({ 4 * MIB, 64 * MIB, 0 }, { 16 * MIB, 64 * MIB, 3 }),
               "reading:   6 % of 64 MiB\n"
               "reading:  25 % of 64 MiB\n");
}
END_TEST

START_TEST (on_a_terminal_short_input_shows_nothing)
{
  assert_terminal (FALSE, STEPS ({ 8 * MIB, 32 * MIB - 1, 0 }, { 32 * MIB - 1, 32 * MIB - 1, 0 }),
                   "");
}
END_TEST

START_TEST (on_a_terminal_short_input_that_takes_long_is_shown)
{
  assert_terminal (FALSE,
                   STEPS ({ MIB, 4 * MIB, 0 }, { 2 * MIB, 4 * MIB, 1 }, { 4 * MIB, 4 * MIB, 1 }),
                   "\rreading:  50 % of 4 MiB\033[K"
                   "\rreading: 100 % of 4 MiB, 2.0 MiB/s\033[K\r\033[K");
}
END_TEST

START_TEST (on_a_terminal_short_input_is_shown_when_asked_for)
{
  assert_terminal (TRUE, STEPS ({ MIB, MIB, 0 }), "\rreading: 100 % of 1 MiB\033[K\r\033[K");
}
END_TEST

START_TEST (the_line_is_taken_back_once)
{
  const int before = begin_capture (STDERR_FILENO, "stderr");
  Progress *progress = progress_new (TRUE);

  progress_end (progress);
  progress_end (progress);
  progress_free (progress);
  progress_free (NULL);
  end_capture (STDERR_FILENO, before);
  assert_holds ("stderr", "");
}
END_TEST

static void
write_all (Progress *progress)
{
  progress_update (MIB, MIB, progress);
  progress_update_again (MIB, 2 * MIB, progress);
  progress_update_again (2 * MIB, 2 * MIB, progress);
  progress_end (progress);
  progress_reckon (1, 3, progress);
  progress_reckon (3, 3, progress);
  progress_end (progress);
  progress_write ("report.json", 0, 10, progress);
  progress_write ("report.json", 0, 10, NULL);
  progress_write_some (progress, 1, 400, "statement");
  progress_write_some (progress, 3, 400, "statement");
  progress_write_some (progress, 4, 400, "statement");
  progress_end (progress);
}

START_TEST (what_comes_after_is_shown_where_reading_was)
{
  const int before = begin_capture (STDERR_FILENO, "stderr");
  g_autoptr (Progress) progress = progress_new (TRUE);

  write_all (progress);
  end_capture (STDERR_FILENO, before);
  assert_holds ("stderr", "reading: 100 % of 1 MiB\n"
                          "reading again:  50 % of 2 MiB\n"
                          "reading again: 100 % of 2 MiB\n"
                          "reckoning:  33 %\n"
                          "reckoning: 100 %\n"
                          "writing: report.json\n"
                          "writing:   0 % of 400 statements\n"
                          "writing:   1 % of 400 statements\n");
}
END_TEST

START_TEST (what_comes_after_is_silent_where_reading_was)
{
  const int before = begin_capture (STDERR_FILENO, "stderr");
  g_autoptr (Progress) progress = progress_new (FALSE);

  write_all (progress);
  end_capture (STDERR_FILENO, before);
  assert_holds ("stderr", "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("progress");
  TCase *tests = tcase_create ("progress");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, without_a_terminal_nothing_is_shown);
  tcase_add_test (tests, what_was_asked_for_is_shown_line_by_line);
  tcase_add_test (tests, the_same_percentage_is_shown_once);
  tcase_add_test (tests, nothing_to_read_is_all_of_it);
  tcase_add_test (tests, more_than_everything_is_all_of_it);
  tcase_add_test (tests, very_long_input_does_not_overflow);
  tcase_add_test (tests, half_of_a_short_input_is_half_of_it);
  tcase_add_test (tests, on_a_terminal_one_line_is_written_over_and_taken_back);
  tcase_add_test (tests, on_a_terminal_speed_and_time_left_are_told_from_the_first_second_on);
  tcase_add_test (tests, on_a_terminal_the_same_percentage_is_shown_again_after_a_second);
  tcase_add_test (tests, on_a_terminal_the_time_left_of_writing_is_told);
  tcase_add_test (tests, on_a_terminal_short_input_that_takes_long_is_shown);
  tcase_add_test (tests, in_a_file_there_is_no_time);
  tcase_add_test (tests, on_a_terminal_short_input_shows_nothing);
  tcase_add_test (tests, on_a_terminal_short_input_is_shown_when_asked_for);
  tcase_add_test (tests, what_comes_after_is_shown_where_reading_was);
  tcase_add_test (tests, what_comes_after_is_silent_where_reading_was);
  tcase_add_test (tests, the_line_is_taken_back_once);
  suite_add_tcase (suite, tests);
  return suite;
}
