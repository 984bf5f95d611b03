/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-scalar.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static gssize
read_text (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  const char **text = data;
  const gsize count = MIN (MIN (size, strlen (*text)), 2);

  memcpy (buffer, *text, count);
  *text += count;
  return (gssize) count;
}

static const struct
{
  const char *text;
  const char *value; /* NULL: refused */
} scalars[] = { { "\"a\\u0041\\n\"", "aA\n" },
                { "\"\"", "" },
                { "-0.50E+1,", "-0.50E+1" },
                { "0]", "0" },
                { "-]", NULL },
                { "\"a", NULL },
                { "true", "true" },
                { "nul]", NULL },
                { "\"\\q\"", NULL } };

START_TEST (a_scalar_is_taken_as_a_whole)
{
  const char *rest = scalars[_i].text;
  g_autoptr (GString) room = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Slice text = { "true", 4 };
  JsonBytes bytes;
  gboolean taken;

  json_bytes_init (&bytes, "f", read_text, &rest);
  if (scalars[_i].text[0] == '"' && json_bytes_peek (&bytes) == '"')
    taken = json_scalar_take_string (&bytes, room, &text, &error);
  else if (g_ascii_isalpha (scalars[_i].text[0]))
    taken = json_scalar_take_word (&bytes, scalars[_i].text[0] == 't' ? "true" : "null", &error);
  else
    taken = json_scalar_take_number (&bytes, &text, &error);
  ck_assert_int_eq (taken, scalars[_i].value != NULL);
  if (taken)
    ck_assert_mem_eq (text.text, scalars[_i].value, text.length);
  json_bytes_clear (&bytes);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-scalar");
  TCase *tests = tcase_create ("json-scalar");

  tcase_add_loop_test (tests, a_scalar_is_taken_as_a_whole, 0, G_N_ELEMENTS (scalars));
  suite_add_tcase (suite, tests);
  return suite;
}
