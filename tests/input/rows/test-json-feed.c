/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/rows/json-feed.h"

/* A stream that hands out @step bytes at a time. */
typedef struct
{
  const char *text;
  gsize left;
  gsize step;
} Stream;

static gssize
stream_read (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Stream *self = data;
  const gsize count = MIN (MIN (size, self->step), self->left);

  memcpy (buffer, self->text, count);
  self->text += count;
  self->left -= count;
  return (gssize) count;
}

/* "LINE:OBJECT;" for each object, and then the message, if the stream is refused. */
static char *
fed (const char *text, gsize step)
{
  Stream stream = { text, strlen (text), step };
  g_autoptr (JsonFeed) feed = json_feed_new ("f", stream_read, &stream);
  GString *found = g_string_new (NULL);
  Slice object;

  while (json_feed_next (feed, &object) && object.length > 0)
    {
      JsonScan scan = { .text = object.text, .length = object.length };
      JsonValue value;

      if (!json_scan_value (&scan, &value))
        json_feed_refuse_json (feed, &scan);
      if (json_feed_error (feed) != NULL || !json_feed_take (feed, scan.at))
        break;
      g_string_append_printf (found, "%" G_GUINT64_FORMAT ":%.*s;", json_feed_line (feed),
                              (int) scan.at, object.text);
    }
  if (json_feed_error (feed) != NULL)
    g_string_append (found, json_feed_error (feed)->message);
  return g_string_free (found, FALSE);
}

static const struct
{
  const char *text;
  const char *expected;
} streams[] = {
  /* JSON lines */
  { "{}", "1:{};" },
  { "{\"a\":1}\n{\"b\":2}\n", "1:{\"a\":1};2:{\"b\":2};" },
  { "\xef\xbb\xbf\r\n {\"a\":1} \r\n\n\t{\"b\":\"}\"}\r\n\n", "2:{\"a\":1};4:{\"b\":\"}\"};" },
  { "{}\n{}\n{\"c\":3}", "1:{};2:{};3:{\"c\":3};" },
  /* objects over several lines */
  { "{\n}\n\n{\n\"a\":1\n}\n{}", "1:{\n};4:{\n\"a\":1\n};7:{};" },
  /* an array */
  { "[{},{\"a\":[1]}\n,\n{}]\n", "1:{};1:{\"a\":[1]};3:{};" },
  { "[]", "" },
  /* pages */
  { "{\"totalCount\":2,\"items\":[{\"a\":1},\n{}],\"links\":{\"self\":{}}}", "1:{\"a\":1};2:{};" },
  { "{\"value\":[]}\n{\"value\":[{}]}\n[{}]\n{\"a\":1}\n{\"b\":2}\n",
    "2:{};3:{};4:{\"a\":1};5:{\"b\":2};" },
  /* refused: places */
  { "{}\n{\"a\":01}\n", "1:{};f:2: found invalid JSON at byte 7, expected one object per line" },
  { "{}\n  {\"a\":1,\n\"b\":2}\n",
    "1:{};f:2: found JSON that breaks off at byte 10, expected one object per line" },
  { "{} {}", "1:{};f:1: found invalid JSON at byte 4, expected one object per line" },
  { "{}\n{}x\n", "1:{};2:{};f:2: found invalid JSON at byte 3, expected one object per line" },
  { "{}\n[{}]\n", "1:{};f:2: found invalid JSON at byte 1, expected one object per line" },
  { "{}\n1\n", "1:{};f:2: found invalid JSON at byte 1, expected one object per line" },
  { "{\"a\":1", "f:1: found JSON that breaks off at byte 7, expected one object per line" },
  { "{\"items\":[{}]} {}",
    "1:{};f:1: found invalid JSON at byte 16, expected one object per line" },
  { "[{}", "1:{};f:1: found JSON that breaks off at byte 4, expected an array of objects" },
  { "[{},]", "1:{};f:1: found invalid JSON at byte 5, expected an array of objects" },
  { "[{}{}]", "1:{};f:1: found invalid JSON at byte 4, expected an array of objects" },
  { "[{},1]", "1:{};f:1: found invalid JSON at byte 5, expected an array of objects" },
  { "[{}\n}", "1:{};f:2: found invalid JSON at byte 1, expected an array of objects" },
  { "[,{}]", "f:1: found invalid JSON at byte 2, expected an array of objects" },
  { "{\"items\":[{}],\n\"n\":+1}",
    "1:{};f:2: found invalid JSON at byte 5, expected an array of objects" },
  { "{\"items\":[{}],\"n\":1",
    "1:{};f:1: found JSON that breaks off at byte 20, expected an array of objects" },
  { "{\"items\":[{}],\"value\":[{}]}",
    "1:{};f:1: found a second array of rows in one object, expected one" },
  { "{}\n{\"a\":\"\\ud800\"}",
    "1:{};f:2: found an escape that is no character at byte 9, expected one object per line" },
  { "{}\n{\"a\":\"\xff\"}\n", "1:{};f:2: found invalid UTF-8, expected text in UTF-8" },
  { "[{\n\"a\":\"\xc3\"}]", "f:2: found invalid UTF-8, expected text in UTF-8" },
};

/* However the bytes come in. */
START_TEST (objects_are_found_with_their_lines)
{
  for (gsize step = 1; step <= strlen (streams[_i].text) + 1; step++)
    {
      g_autofree char *found = fed (streams[_i].text, step);
      ck_assert_str_eq (found, streams[_i].expected);
    }
}
END_TEST

START_TEST (a_nul_byte_is_no_json)
{
  static const char text[] = "{}\n{\"a\":\"\0\"}\n";
  Stream stream = { text, sizeof text - 1, 5 };
  g_autoptr (JsonFeed) feed = json_feed_new ("f", stream_read, &stream);
  JsonValue value;
  Slice object;

  ck_assert (json_feed_next (feed, &object) && json_feed_take (feed, 2));
  ck_assert (json_feed_next (feed, &object));
  JsonScan scan = { .text = object.text, .length = object.length };
  ck_assert (!json_scan_value (&scan, &value) && !json_feed_refuse_json (feed, &scan));
  ck_assert_str_eq (json_feed_error (feed)->message,
                    "f:2: found invalid JSON at byte 7, expected one object per line");
}
END_TEST

/* An object with a member of blanks in it, so that it has @length bytes. */
static char *
long_object (gsize length)
{
  char *text = g_strnfill (length, ' ');

  text[0] = '{';
  text[length - 1] = '}';
  return text;
}

/* In an array, as a line of its own, and as a line among others. */
START_TEST (an_object_has_at_most_4_mib)
{
  static const char *const places[] = { "[%s]", "%s", "{}\n%s\n" };
  g_autofree char *most = long_object (CSV_RECORD_BYTES_MAX);
  g_autofree char *more = long_object (CSV_RECORD_BYTES_MAX + 1);
  g_autofree char *endless = g_strconcat (most, most, NULL);
  const char *const objects[] = { most, more, endless };

  endless[CSV_RECORD_BYTES_MAX - 1] = endless[CSV_RECORD_BYTES_MAX] = ' ';
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_auto (GStrv) parts = g_strsplit (places[_i], "%s", 2);
      g_autofree char *text = g_strconcat (parts[0], objects[i], parts[1], NULL);
      g_autofree char *found = fed (text, 100000);
      const char *message = strstr (found, "f:");

      if (i == 0)
        ck_assert_ptr_null (message);
      else
        ck_assert_str_eq (
            message, _i == 2 ? "f:2: found an object of more than 4 MiB, expected at most 4 MiB"
                             : "f:1: found an object of more than 4 MiB, expected at most 4 MiB");
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-feed");
  TCase *tests = tcase_create ("json-feed");

  tcase_add_loop_test (tests, objects_are_found_with_their_lines, 0, G_N_ELEMENTS (streams));
  tcase_add_test (tests, a_nul_byte_is_no_json);
  tcase_add_loop_test (tests, an_object_has_at_most_4_mib, 0, 3);
  suite_add_tcase (suite, tests);
  return suite;
}
