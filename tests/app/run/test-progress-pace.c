/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "app/run/progress-pace.h"

#define SECOND G_USEC_PER_SEC
#define MIB (G_GUINT64_CONSTANT (1024) * 1024)

/* Begun at some time with @first, and after @elapsed microseconds at @done of @total. */
static const struct
{
  guint64 first, done, total;
  gint64 elapsed;
  const char *unit;
  guint64 size;
  const char *text;
} paces[] = {
  /* not yet */
  { 0, 0, 100, 0, "", 1, "" },
  { 0, 50, 100, SECOND - 1, "", 1, "" },
  { 0, 0, 100, 9 * SECOND, "", 1, "" },
  { 7, 7, 100, 9 * SECOND, "", 1, "" },
  /* speed */
  { 0, 50, 100, SECOND, "", 1, ", 50/s, 0:01 left" },
  { 0, 10, 100, SECOND, "", 1, ", 10/s, 0:09 left" },
  { 0, 9, 100, 2 * SECOND, "", 1, ", 4.5/s, 0:21 left" },
  { 0, 1, 100, 20 * SECOND, "", 1, ", 0.0/s, 33:00 left" },
  { 0, 812 * MIB, 1624 * MIB, SECOND, "MiB", MIB, ", 812 MiB/s, 0:01 left" },
  { 4 * MIB, 7 * MIB, 10 * MIB, 2 * SECOND, "MiB", MIB, ", 1.5 MiB/s, 0:02 left" },
  { 0, 10, 100, SECOND, NULL, 1, ", 0:09 left" },
  /* time */
  { 0, 1, 60, SECOND, NULL, 1, ", 0:59 left" },
  { 0, 1, 61, SECOND, NULL, 1, ", 1:00 left" },
  { 0, 1, 3600, SECOND, NULL, 1, ", 59:59 left" },
  { 0, 1, 3601, SECOND, NULL, 1, ", 1:00:00 left" },
  { 0, 1, 3600 * 100 + 1, SECOND, NULL, 1, ", 100:00:00 left" },
  { 0, 1, 3600 * 100 + 2, SECOND, NULL, 1, "" },
  { 0, 99, 100, 99 * SECOND / 10, NULL, 1, ", 0:01 left" },
  /* done */
  { 0, 100, 100, 2 * SECOND, "", 1, ", 50/s" },
  { 0, 101, 100, 2 * SECOND, "", 1, ", 50/s" },
  /* as much as there is */
  { 0, G_MAXUINT64 / 2, G_MAXUINT64, G_GINT64_CONSTANT (1) << 50, "MiB", MIB, ", 7812 MiB/s" },
};

START_TEST (it_is_told_as_far_as_it_can_be)
{
  ProgressPace pace = { .is_running = FALSE };

  progress_pace_note (&pace, paces[_i].first, paces[_i].total, 5 * SECOND);
  progress_pace_note (&pace, paces[_i].done, paces[_i].total, 5 * SECOND + paces[_i].elapsed);
  g_autofree char *text = progress_pace_text (&pace, paces[_i].unit, paces[_i].size);
  ck_assert_str_eq (text, paces[_i].text);
}
END_TEST

START_TEST (a_text_is_due_once_a_second)
{
  ProgressPace pace = { .is_running = FALSE };

  ck_assert (!progress_pace_is_due (&pace));
  progress_pace_note (&pace, 0, 100, 5 * SECOND);
  ck_assert (!progress_pace_is_due (&pace));
  progress_pace_note (&pace, 1, 100, 6 * SECOND - 1);
  ck_assert (!progress_pace_is_due (&pace));
  progress_pace_note (&pace, 1, 100, 6 * SECOND);
  ck_assert (progress_pace_is_due (&pace));
  g_free (progress_pace_text (&pace, "", 1));
  ck_assert (!progress_pace_is_due (&pace));
  progress_pace_note (&pace, 1, 100, 7 * SECOND);
  ck_assert (progress_pace_is_due (&pace));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("progress-pace");
  TCase *tests = tcase_create ("progress-pace");

  tcase_add_loop_test (tests, it_is_told_as_far_as_it_can_be, 0, G_N_ELEMENTS (paces));
  tcase_add_test (tests, a_text_is_due_once_a_second);
  suite_add_tcase (suite, tests);
  return suite;
}
