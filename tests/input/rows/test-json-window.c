/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/rows/json-window.h"

/* A stream of @left bytes 'x', @step at a time; then its failure, if it has one. */
typedef struct
{
  gsize left;
  gsize step;
  gboolean fails;
} Stream;

static gssize
stream_read (void *data, char *buffer, gsize size, GError **error)
{
  Stream *self = data;
  const gsize count = MIN (MIN (size, self->step), self->left);

  if (count == 0 && self->fails)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "torn");
      return -1;
    }
  memset (buffer, 'x', count);
  self->left -= count;
  return (gssize) count;
}

START_TEST (filling_brings_more_until_the_end)
{
  Stream stream = { .left = 1000, .step = 7 };
  g_autoptr (JsonWindow) window = json_window_new (stream_read, &stream);

  for (gsize before = 0; !json_window_has_ended (window); before = json_window_text (window).length)
    {
      ck_assert (json_window_fill (window, NULL));
      ck_assert (json_window_has_ended (window)
                 || json_window_text (window).length >= 2 * before + 1);
    }
  ck_assert_uint_eq (json_window_text (window).length, 1000);
  ck_assert (!json_window_is_full (window));
}
END_TEST

START_TEST (it_is_full_at_its_limit)
{
  Stream stream = { .left = 2 * JSON_WINDOW_BYTES_MAX, .step = G_MAXSIZE };
  g_autoptr (JsonWindow) window = json_window_new (stream_read, &stream);

  while (!json_window_is_full (window))
    ck_assert (json_window_fill (window, NULL));
  ck_assert_uint_eq (json_window_text (window).length, JSON_WINDOW_BYTES_MAX);
  ck_assert (!json_window_has_ended (window));
  json_window_pass (window, 1);
  ck_assert (!json_window_is_full (window));
  ck_assert (json_window_fill (window, NULL));
  ck_assert (json_window_is_full (window));
}
END_TEST

static gssize
text_read (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  const char **text = data;
  const gsize count = MIN (MIN (size, 3), strlen (*text));

  memcpy (buffer, *text, count);
  *text += count;
  return (gssize) count;
}

START_TEST (places_are_physical_lines_and_bytes)
{
  const char *text = "ab\n\ncd\r\ne";
  g_autoptr (JsonWindow) window = json_window_new (text_read, &text);
  static const struct
  {
    gsize offset;
    guint64 line, byte;
  } places[] = { { 0, 1, 1 }, { 2, 1, 3 }, { 3, 2, 1 }, { 4, 3, 1 },
                 { 7, 3, 4 }, { 8, 4, 1 }, { 9, 4, 2 } };

  while (!json_window_has_ended (window))
    ck_assert (json_window_fill (window, NULL));
  for (gsize passed = 0; passed <= 9; passed++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        if (places[i].offset >= passed)
          {
            const JsonPlace place = json_window_place (window, places[i].offset - passed);
            ck_assert_uint_eq (place.line, places[i].line);
            ck_assert_uint_eq (place.byte, places[i].byte);
          }
      if (passed < 9)
        json_window_pass (window, 1);
    }
  ck_assert_uint_eq (json_window_text (window).length, 0);
}
END_TEST

START_TEST (a_failure_is_that_of_the_stream)
{
  Stream stream = { .left = 5, .step = 5, .fails = TRUE };
  g_autoptr (JsonWindow) window = json_window_new (stream_read, &stream);
  g_autoptr (GError) error = NULL;

  ck_assert (json_window_fill (window, &error));
  ck_assert (!json_window_fill (window, &error));
  ck_assert_str_eq (error->message, "torn");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-window");
  TCase *tests = tcase_create ("json-window");

  tcase_add_test (tests, filling_brings_more_until_the_end);
  tcase_add_test (tests, it_is_full_at_its_limit);
  tcase_add_test (tests, places_are_physical_lines_and_bytes);
  tcase_add_test (tests, a_failure_is_that_of_the_stream);
  suite_add_tcase (suite, tests);
  return suite;
}
