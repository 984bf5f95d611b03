/* SPDX-License-Identifier: MIT */

/* What holds of texts, whatever they are: of cells, names and ids, of what is written and read. */

#include "config.h"

#include "base/slice.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/formula-guard.h"
#include "base/keyed-hash.h"
#include "base/name-fold.h"
#include "base/printable.h"
#include "base/search.h"
#include "input/rows/csv-reader.h"
#include "input/rows/json-scan.h"
#include "input/rows/json-string.h"
#include "output/sink.h"
#include "output/table/csv-text.h"
#include "output/table/json-text.h"
#include "properties/sample-property.h"

#define PIECES_MAX 12

/* Valid UTF-8 of what means something somewhere. (transfer full) */
static char *
any_text (guint32 *random)
{
  static const char *const pieces[] = { "a",
                                        "B",
                                        "7",
                                        " ",
                                        "\t",
                                        "\"",
                                        ",",
                                        ";",
                                        "\n",
                                        "\r\n",
                                        "=",
                                        "+",
                                        "-",
                                        "@",
                                        "'",
                                        "\\",
                                        "/",
                                        "\x01",
                                        "\x7f",
                                        "\x1b",
                                        "\xc3\xa4",
                                        "\xc2\xa0",
                                        "{",
                                        "}",
                                        "_",
                                        "null",
                                        "\xef\xbb\xbf",
                                        "\xe6\xa0\xaa",
                                        "\xf0\x9f\x92\xb0",
                                        "\xe2\x80\xae",
                                        "Sum",
                                        "\xcc\x88" };
  GString *text = g_string_new (NULL);

  for (guint i = property_below (random, PIECES_MAX); i > 0; i--)
    g_string_append (text, pieces[property_below (random, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
trimming_twice_is_trimming_once (guint32 *random)
{
  g_autofree char *text = any_text (random);
  const Slice once = slice_trim (slice_of (text)), twice = slice_trim (once);

  ck_assert (twice.text == once.text && twice.length == once.length);
  if (once.length > 0)
    ck_assert (!g_ascii_isspace (once.text[0]) && !g_ascii_isspace (once.text[once.length - 1]));
}

static void
case_is_folded_letter_by_letter (guint32 *random)
{
  g_autofree char *text = any_text (random);
  g_autofree char *lower = slice_dup_lower (slice_of (text));
  g_autofree char *expected = g_ascii_strdown (text, -1);

  ck_assert_str_eq (lower, expected);
  ck_assert_int_eq (slice_compare_lowered (slice_of (text), lower), 0);
  ck_assert (slice_equals_folded (slice_of (text), lower));
}

static void
eight_letters_are_lowered_as_each_is (guint32 *random)
{
  const guint64 word = (guint64) property_random (random) << 32 | property_random (random);
  const guint64 found = slice_lower_word (word);

  for (guint i = 0; i < 64; i += 8)
    ck_assert_int_eq ((char) (found >> i), slice_lower_char ((char) (word >> i)));
}

static void
a_wrapped_guid_is_the_guid (guint32 *random)
{
  static const char *const wrappings[] = { "{%s}", "org:%s", "urn:uuid:%s", "ORG:%s", "%s" };
  g_autofree char *guid = g_strdup_printf (
      "%08x-%04x-4000-8000-%04x%08x", property_random (random), property_below (random, 65536),
      property_below (random, 65536), property_random (random));
  g_auto (GStrv) around = g_strsplit (wrappings[property_below (random, 5)], "%s", 2);
  g_autofree char *wrapped = g_strconcat (around[0], guid, around[1], NULL);
  g_autofree char *found = slice_dup (slice_unwrap_guid (slice_of (wrapped)));

  ck_assert_str_eq (found, guid);
}

static void
folding_a_name_twice_is_folding_it_once (guint32 *random)
{
  g_autofree char *text = any_text (random);
  g_autofree char *once = name_fold (text, strlen (text));
  g_autofree char *twice = name_fold (once, strlen (once));

  ck_assert_str_eq (twice, once);
  ck_assert (name_fold_equals (text, once));
}

static void
printable_text_stays_as_it_is (guint32 *random)
{
  g_autofree char *text = any_text (random);
  g_autofree char *once = printable_text (text);
  g_autofree char *twice = printable_text (once);

  ck_assert_str_eq (twice, once);
  for (const char *c = once; *c != '\0'; c++)
    ck_assert (!g_ascii_iscntrl (*c));
}

static void
shortened_text_has_room (guint32 *random)
{
  g_autofree char *text = any_text (random);
  g_autofree char *harmless = printable_text (text);
  const gsize width = 3 + property_below (random, 30);
  g_autofree char *shorter = printable_shorten (harmless, width, property_below (random, 10));

  ck_assert (g_utf8_validate (shorter, -1, NULL));
  ck_assert_uint_le (printable_width (shorter), width);
  if (printable_width (harmless) <= width)
    ck_assert_str_eq (shorter, harmless);
}

static void
a_guarded_text_is_no_formula (guint32 *random)
{
  g_autofree char *text = any_text (random);
  g_autofree char *once = formula_guard_text (text);
  g_autofree char *twice = formula_guard_text (once);

  ck_assert (!formula_guard_wants (once));
  ck_assert_str_eq (twice, once);
  ck_assert_str_eq (once + (formula_guard_wants (text) ? 1 : 0), text);
}

static gssize
read_string (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  GString *text = stream;
  const gsize count = MIN (size, text->len);

  memcpy (buffer, text->str, count);
  g_string_erase (text, 0, (gssize) count);
  return (gssize) count;
}

static void
what_is_written_as_csv_is_read_as_it_was (guint32 *random)
{
  char *texts[] = { any_text (random), any_text (random), g_strdup ("end") };
  g_autoptr (GString) out = g_string_new ("x\n");
  g_autoptr (Sink) sink = sink_new_string (out);
  const Row *row;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      csv_text_write (texts[i], sink);
      sink_append_char (sink, i + 1 < G_N_ELEMENTS (texts) ? ',' : '\n');
    }
  ck_assert (sink_flush (sink, NULL));
  g_autoptr (CsvReader) reader = csv_reader_new ("text", ',', read_string, out);
  ck_assert_int_eq (csv_reader_next (reader, &row, NULL), CSV_ROW);
  ck_assert_int_eq (csv_reader_next (reader, &row, NULL), CSV_ROW);
  ck_assert_uint_eq (row->cell_count, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = slice_dup (row->cells[i]);
      g_autofree char *expected = formula_guard_text (texts[i]);

      ck_assert_str_eq (found, expected);
      g_free (texts[i]);
    }
}

static void
what_is_written_as_json_is_read_as_it_was (guint32 *random)
{
  g_autofree char *text = any_text (random);
  g_autoptr (GString) out = g_string_new (NULL);
  JsonValue value;

  json_text_append (out, text);
  JsonScan scan = { .text = out->str, .length = out->len };
  ck_assert (json_scan_value (&scan, &value));
  if (*text == '\0')
    {
      ck_assert_int_eq (value.kind, JSON_NULL);
      return;
    }
  ck_assert_int_eq (value.kind, JSON_STRING);
  g_autofree char *found = g_malloc0 (value.text.length + 1);
  found[json_string_unescape (value.text, found)] = '\0';
  ck_assert_str_eq (found, text);
}

static void
a_changed_byte_changes_the_hash (guint32 *random)
{
  const HashKey key = { property_random (random), property_random (random) };
  g_autofree char *text = any_text (random);
  const gsize length = strlen (text);
  const Hash128 hash = keyed_hash (&key, text, length);
  const Hash128 again = keyed_hash (&key, text, length);

  ck_assert (again.low == hash.low && again.high == hash.high);
  if (length == 0)
    return;
  text[property_below (random, (guint) length)] ^= (char) (1U << property_below (random, 8));
  const Hash128 other = keyed_hash (&key, text, length);
  ck_assert (other.low != hash.low || other.high != hash.high);
}

static int
order_of_numbers (gconstpointer wanted, gconstpointer element)
{
  return *(const int *) wanted - *(const int *) element;
}

static void
a_search_finds_what_a_walk_finds (guint32 *random)
{
  int numbers[16];
  const guint count = property_below (random, G_N_ELEMENTS (numbers) + 1);
  const int wanted = (int) property_below (random, 40);
  guint expected = 0;

  for (guint i = 0; i < count; i++)
    numbers[i] = (i > 0 ? numbers[i - 1] : 0) + (int) property_below (random, 5);
  while (expected < count && numbers[expected] < wanted)
    expected++;
  ck_assert_uint_eq (
      search_lower_bound (numbers, count, sizeof numbers[0], &wanted, order_of_numbers), expected);
}

static const Property properties[] = {
  { "trimming twice is trimming once", trimming_twice_is_trimming_once },
  { "case is folded letter by letter", case_is_folded_letter_by_letter },
  { "eight letters are lowered as each is", eight_letters_are_lowered_as_each_is },
  { "a wrapped GUID is the GUID", a_wrapped_guid_is_the_guid },
  { "folding a name twice is folding it once", folding_a_name_twice_is_folding_it_once },
  { "printable text stays as it is", printable_text_stays_as_it_is },
  { "shortened text has room", shortened_text_has_room },
  { "a guarded text is no formula", a_guarded_text_is_no_formula },
  { "what is written as CSV is read as it was", what_is_written_as_csv_is_read_as_it_was },
  { "what is written as JSON is read as it was", what_is_written_as_json_is_read_as_it_was },
  { "a changed byte changes the hash", a_changed_byte_changes_the_hash },
  { "a search finds what a walk finds", a_search_finds_what_a_walk_finds },
};

START_TEST (a_property_of_texts_holds) { property_run (&properties[_i]); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("text-properties");
  TCase *tests = tcase_create ("text-properties");

  tcase_set_timeout (tests, PROPERTY_SECONDS);
  tcase_add_loop_test (tests, a_property_of_texts_holds, 0, G_N_ELEMENTS (properties));
  suite_add_tcase (suite, tests);
  return suite;
}
