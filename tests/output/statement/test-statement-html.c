/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html.h"
#include "sample-payloads.h"
#include "test-main.h"

#include <check.h>

#include "output/statement/statement-style.h"

static const StatementLook plain = { NULL, NULL, NULL, NULL };

static GString *
render (const Statement *statement, const StatementLook *look)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  statement_html_write (statement, look, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert (g_utf8_validate (text->str, (gssize) text->len, NULL));
  return text;
}

/* Only the markup: what stands between < and >. */
static char *
skeleton (const char *page)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = strstr (page, "</style>");
  gboolean inside = FALSE;

  for (; *at != '\0'; at++)
    {
      inside = inside || *at == '<';
      if (inside)
        g_string_append_c (out, *at);
      inside = inside && *at != '>';
    }
  return g_strdup (out->str);
}

static void
assert_inert (const char *payload)
{
  g_autoptr (Statement) harmless = sample_payload_statement (-1, NULL);
  g_autoptr (GString) expected_page = render (harmless, &plain);
  g_autofree char *expected = skeleton (expected_page->str);

  for (int place = 0; place < PAYLOAD_PLACES; place++)
    {
      g_autoptr (Statement) statement = sample_payload_statement (place, payload);
      g_autoptr (GString) page = render (statement, &plain);
      g_autofree char *found = skeleton (page->str);

      ck_assert_str_eq (found, expected);
      ck_assert_ptr_null (strstr (page->str, "<script"));
    }
}

START_TEST (a_script_is_text_wherever_it_stands)
{
  g_autofree char *payload = sample_script (_i);
  assert_inert (payload);
}
END_TEST

/* A page shows names as they are. */
START_TEST (a_formula_is_text_and_keeps_its_letters)
{
  g_autofree char *payload = sample_formula (_i);

  assert_inert (payload);
  for (int place = 0; place < PAYLOAD_PLACES; place++)
    {
      g_autoptr (Statement) statement = sample_payload_statement (place, payload);
      g_autoptr (GString) page = render (statement, &plain);

      ck_assert_ptr_null (strstr (page->str, ">&#39;"));
    }
}
END_TEST

START_TEST (what_is_not_reliable_comes_before_the_letterhead)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (GString) fine = render (statement, &plain);

  statement->read_twice = TRUE;
  g_autoptr (GString) page = render (statement, &plain);
  ck_assert_ptr_null (strstr (fine->str, "NOT RELIABLE"));
  ck_assert_ptr_nonnull (strstr (
      page->str, "<body>\n<p class=\"warning\" role=\"alert\">NOT RELIABLE: some records were"));
}
END_TEST

START_TEST (title_and_footer_are_text_too)
{
  g_autofree char *script = sample_script (_i);
  g_autofree char *formula = sample_formula (_i);
  const StatementLook look = { .title = script, .footer = formula };
  const StatementLook harmless = { .title = "x", .footer = "x" };
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (GString) page = render (statement, &look);
  g_autoptr (GString) other = render (statement, &harmless);
  g_autofree char *found = skeleton (page->str);
  g_autofree char *expected = skeleton (other->str);

  ck_assert (strchr (formula, '\n') != NULL || strcmp (found, expected) == 0);
  ck_assert_ptr_null (strstr (page->str, "<script"));
}
END_TEST

START_TEST (the_policy_lets_in_the_style_and_the_logo_alone)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (GString) page = render (statement, &plain);
  g_autofree char *hash = statement_style_hash ();
  g_autofree char *policy
      = g_strdup_printf ("content=\"default-src 'none'; style-src 'sha256-%s'; img-src data:; "
                         "base-uri 'none'; form-action 'none'\">\n",
                         hash);

  ck_assert_ptr_nonnull (strstr (page->str, policy));
  ck_assert_ptr_null (strstr (page->str, "http:"));
  ck_assert_ptr_null (strstr (page->str, "https:"));
  ck_assert_ptr_null (strstr (page->str, " style="));
  ck_assert_ptr_null (strstr (page->str, "<img"));
  g_autofree char *start = statement_html_start (NULL);
  ck_assert (g_str_has_prefix (page->str, start));
}
END_TEST

START_TEST (the_look_is_that_of_the_partner)
{
  const StatementLook look = { .title = "Your credit",
                               .footer = "Line 1\nLine 2",
                               .logo = "data:image/png;base64,AA==" };
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (GString) page = render (statement, &look);

  ck_assert_ptr_nonnull (strstr (page->str, "<title>Your credit, Contoso, October 2026</title>"));
  ck_assert_ptr_nonnull (strstr (page->str, "<h1>Your credit</h1>"));
  ck_assert_ptr_nonnull (strstr (page->str, "<img alt=\"\" src=\"data:image/png;base64,AA==\">"));
  ck_assert_ptr_nonnull (strstr (page->str, "<p>Line 1</p>\n<p>Line 2</p>\n</footer>"));
}
END_TEST

START_TEST (a_statement_that_may_be_incomplete_says_so)
{
  g_autoptr (Statement) statement = statement_new ("c1", NULL, DAY_NONE, FALSE);
  g_autoptr (GString) page = render (statement, &plain);

  ck_assert_ptr_nonnull (strstr (page->str, "may be incomplete"));
  ck_assert_ptr_nonnull (strstr (page->str, "<title>Azure credit statement, c1</title>"));
}
END_TEST

START_TEST (the_glance_shows_what_is_left)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (GString) page = render (statement, &plain);

  ck_assert_ptr_nonnull (
      strstr (page->str, "<div>Left to use<b>3.00 USD</b><span>on 31 October 2026</span></div>"));
  ck_assert_ptr_nonnull (
      strstr (page->str,
              "<div>Next expiry<b>31 December 2026</b><span>61 days left, 3.00 USD</span></div>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-html");
  TCase *tests = tcase_create ("statement-html");

  tcase_add_loop_test (tests, a_script_is_text_wherever_it_stands, 0, PAYLOAD_COUNT);
  tcase_add_loop_test (tests, a_formula_is_text_and_keeps_its_letters, 0, PAYLOAD_COUNT);
  tcase_add_loop_test (tests, title_and_footer_are_text_too, 0, PAYLOAD_COUNT);
  tcase_add_test (tests, the_policy_lets_in_the_style_and_the_logo_alone);
  tcase_add_test (tests, the_look_is_that_of_the_partner);
  tcase_add_test (tests, a_statement_that_may_be_incomplete_says_so);
  tcase_add_test (tests, the_glance_shows_what_is_left);
  tcase_add_test (tests, what_is_not_reliable_comes_before_the_letterhead);
  suite_add_tcase (suite, tests);
  return suite;
}
