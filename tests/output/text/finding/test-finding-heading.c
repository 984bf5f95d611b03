/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/printable.h"
#include "output/text/finding/finding-heading.h"
#include "test-main.h"

#include <check.h>

/* ACO401 of a customer of this name, in a month, of an amount, on a line of a file. */
static char *
heading_of (const char *name, gsize tail, guint width)
{
  const TextStyle style = { .width = width };
  g_autoptr (FindingHeading) heading = finding_heading_new ();
  GString *out = g_string_new (NULL);

  finding_heading_add_name (heading, name, tail);
  finding_heading_add_fact (heading, "2026-10");
  finding_heading_add_fact (heading, "1,234.50 USD");
  finding_heading_add_place (heading, "in/balance.csv:7");
  finding_heading_append (heading, "ACO401", TEXT_ERROR, &style, out);
  return g_string_free (out, FALSE);
}

static void
assert_heading (const char *name, guint width, const char *expected)
{
  g_autofree char *text = heading_of (name, 0, width);

  ck_assert_str_eq (text, expected);
}

START_TEST (where_there_is_room_all_stands_in_a_line)
{
  assert_heading ("Contoso Ltd", 80,
                  "ACO401  Contoso Ltd  2026-10  1,234.50 USD  in/balance.csv:7\n");
}
END_TEST

START_TEST (places_go_to_a_line_of_their_own_before_a_name_is_cut)
{
  assert_heading ("Contoso Ltd", 50,
                  "ACO401  Contoso Ltd  2026-10  1,234.50 USD\n        in/balance.csv:7\n");
}
END_TEST

/* 8 and 23 columns are code, month, amount and gaps: 49 are left for the name. */
START_TEST (a_long_name_is_shortened_to_what_the_line_has_left)
{
  assert_heading ("Contoso Manufacturing of the Northern Provinces, I", 80,
                  "ACO401  Contoso Manufacturing of the \xE2\x80\xA6"
                  "rthern Provinces, I  2026-10  1,234.50 USD\n        in/balance.csv:7\n");
  assert_heading ("Contoso Manufacturing of the Northern Provinces, I", 120,
                  "ACO401  Contoso Manufacturing of the Northern Provinces, I  2026-10  1,234.50 "
                  "USD  in/balance.csv:7\n");
}
END_TEST

START_TEST (a_name_keeps_its_least_width_and_its_tail)
{
  g_autofree char *text = heading_of ("Contoso Manufacturing (3f2504e0)", 10, 40);

  ck_assert_ptr_nonnull (strstr (text, "\xE2\x80\xA6(3f2504e0)  2026-10\n"));
  ck_assert_ptr_nonnull (strstr (text, "        1,234.50 USD  in/balance.csv:7\n"));
}
END_TEST

/* Names of one letter, of wide ones, of a combining mark on each, of letters outside of the BMP. */
static const char *const letters[] = { "a", "\xE6\xBC\xA2", "e\xCC\x81", "\xF0\x9F\x98\x80" };

START_TEST (names_are_measured_as_they_are_seen)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (name, letters[_i]);

  g_autofree char *text = heading_of (name->str, 0, 80);
  char *end = strchr (text, '\n');

  ck_assert (g_utf8_validate (text, -1, NULL));
  *end = '\0';
  ck_assert (g_str_has_suffix (text, "  2026-10  1,234.50 USD"));
  ck_assert_uint_le (printable_width (text), 80);
  ck_assert_uint_ge (printable_width (text), 78);
}
END_TEST

START_TEST (of_several_names_the_widest_are_shortened)
{
  const TextStyle style = { .width = 50 };
  g_autoptr (FindingHeading) heading = finding_heading_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  finding_heading_add_name (heading, "acc", 0);
  finding_heading_add_name (heading, "A profile with a long name", 0);
  finding_heading_add_name (heading, "And a lot with a long id", 0);
  finding_heading_append (heading, "MCA106", TEXT_NOTICE, &style, out);
  ck_assert_str_eq (out->str, "MCA106  acc  A profile \xE2\x80\xA6g name  And a lot w\xE2\x80\xA6"
                              "ong id\n");
  ck_assert_uint_eq (printable_width (g_strchomp (out->str)), 50);
}
END_TEST

START_TEST (hostile_names_are_made_printable)
{
  assert_heading ("a\x1B[2J\xE2\x80\xAE"
                  "b",
                  80, "ACO401  a\\x1B[2J\\u202Eb  2026-10  1,234.50 USD  in/balance.csv:7\n");
}
END_TEST

START_TEST (a_code_alone_ends_its_line)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (FindingHeading) heading = finding_heading_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  finding_heading_add_name (heading, "", 0);
  finding_heading_add_fact (heading, NULL);
  finding_heading_append (heading, "ACO408", TEXT_WARNING, &style, out);
  ck_assert_str_eq (out->str, "ACO408\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-heading");
  TCase *tests = tcase_create ("finding-heading");

  tcase_add_test (tests, where_there_is_room_all_stands_in_a_line);
  tcase_add_test (tests, places_go_to_a_line_of_their_own_before_a_name_is_cut);
  tcase_add_test (tests, a_long_name_is_shortened_to_what_the_line_has_left);
  tcase_add_test (tests, a_name_keeps_its_least_width_and_its_tail);
  tcase_add_loop_test (tests, names_are_measured_as_they_are_seen, 0, G_N_ELEMENTS (letters));
  tcase_add_test (tests, of_several_names_the_widest_are_shortened);
  tcase_add_test (tests, hostile_names_are_made_printable);
  tcase_add_test (tests, a_code_alone_ends_its_line);
  suite_add_tcase (suite, tests);
  return suite;
}
