/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-text.h"
#include "sample-language.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const struct
{
  const char *text, *html;
} texts[] = {
  { NULL, HTML_DASH },
  { "", HTML_DASH },
  { "Contoso", "Contoso" },
  { "Harbor & Finch", "Harbor &amp; Finch" },
  { "a < b > c", "a &lt; b &gt; c" },
  { "\"it's\"", "&quot;it&#39;s&quot;" },
  { "&amp;", "&amp;amp;" },
  { "caf\xc3\xa9 \xe2\x82\xac", "caf\xc3\xa9 \xe2\x82\xac" },
  { "bell\a and \x1b[2J", "bell\\x07 and \\x1B[2J" },
  { "no UTF-8: \xff", "no UTF-8: \\xFF" },
  { "turned \xe2\x80\xae round", "turned \\u202E round" },
  { "=1+1", "=1+1" }, /* as it is: a page is no spreadsheet */
  { "@home GmbH", "@home GmbH" },
  { "1-1", "1-1" },
};

START_TEST (a_text_is_visible_and_escaped)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append (out, texts[_i].text, 60);
  ck_assert_str_eq (out->str, texts[_i].html);
}
END_TEST

START_TEST (a_long_text_is_shortened_before_it_is_escaped)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append (out, "abcdef<<<<<<<<<<<<<<<<&ij", 10);
  ck_assert_str_eq (out->str, "abcdef\xe2\x80\xa6&amp;ij");
}
END_TEST

START_TEST (a_source_is_file_and_line)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_source (out, "a&b.csv", 7);
  g_string_append_c (out, ' ');
  html_text_append_source (out, "b.csv", 0);
  g_string_append_c (out, ' ');
  html_text_append_source (out, NULL, 7);
  ck_assert_str_eq (out->str, "a&amp;b.csv:7 b.csv " HTML_DASH);
}
END_TEST

START_TEST (a_word_of_the_report_is_the_class_of_its_element)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_word (out, NULL, "agrees", "agrees");
  ck_assert_str_eq (out->str, "<b class=\"agrees\">agrees</b>");
}
END_TEST

static const struct
{
  const char *value;
  guint least, places;
  const char *html;
} decimals[] = {
  { "0", 2, 2, "0.00" },
  { "999.5", 2, 2, "999.50" },
  { "1000", 2, 2, "1<i>000</i>.00" },
  { "-1234567.89", 2, 2, "-1<i>234</i><i>567</i>.89" },
  { "123456", 2, 0, "123<i>456</i>.00" },
  { "2.5", 2, 4, "2.50<i class=\"p2\"></i>" },
  { "0.0071", 2, 4, "0.0071" },
  { "1", 2, 40, "1.00<i class=\"p12\"></i>" },
  { "1.5", 3, 4, "1.500<i class=\"p1\"></i>" },
};

START_TEST (an_amount_is_grouped_and_filled_up)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_decimal (out, NULL, sample_decimal (decimals[_i].value), decimals[_i].least,
                            decimals[_i].places);
  ck_assert_str_eq (out->str, decimals[_i].html);
}
END_TEST

START_TEST (places_are_at_least_those_of_the_currency)
{
  ck_assert_uint_eq (html_text_decimal_places (sample_decimal ("1"), 2), 2);
  ck_assert_uint_eq (html_text_decimal_places (sample_decimal ("1.25"), 3), 3);
  ck_assert_uint_eq (html_text_decimal_places (sample_decimal ("0.0071"), 3), 4);
}
END_TEST

START_TEST (null_is_a_dash)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Amount unknown = { .known = FALSE };

  html_text_append_amount (out, NULL, &unknown, 2, 2);
  html_text_append_month (out, NULL, MONTH_NONE);
  html_text_append_day (out, NULL, DAY_NONE);
  ck_assert_str_eq (out->str, HTML_DASH HTML_DASH HTML_DASH);
}
END_TEST

START_TEST (days_months_and_counts_are_as_everywhere)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_month (out, NULL, calendar_month (2026, 10));
  html_text_append_day (out, NULL, calendar_day (2026, 2, 1));
  html_text_append_count (out, 12345);
  ck_assert_str_eq (out->str, "2026-102026-02-0112<i>345</i>");
}
END_TEST

static const struct
{
  const char *code, *value, *html;
} amounts_elsewhere[] = {
  { "de", "-1234.5", "<data value=\"-1234.50\">-1<i>234</i>,50</data>" },
  { "ja", "1234567", "<data value=\"1234567.00\">1<i>234</i><i>567</i>.00</data>" },
};

START_TEST (what_programs_read_stands_beside_what_people_read)
{
  const Language *language = sample_language (amounts_elsewhere[_i].code);
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_decimal (out, language, sample_decimal (amounts_elsewhere[_i].value), 2, 2);
  ck_assert_str_eq (out->str, amounts_elsewhere[_i].html);
}
END_TEST

START_TEST (days_and_words_too)
{
  const Language *language = sample_language ("de");
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_day (out, language, calendar_day (2026, 2, 1));
  html_text_append_month (out, language, calendar_month (2026, 10));
  html_text_append_month (out, language, MONTH_NONE);
  ck_assert_str_eq (out->str, "<time datetime=\"2026-02-01\">01.02.2026</time>"
                              "<time datetime=\"2026-10\">10.2026</time>" HTML_DASH);
  g_string_truncate (out, 0);
  html_text_append_word (out, language, "rounding", "agrees");
  ck_assert (g_str_has_prefix (out->str, "<b class=\"rounding\" data-name=\"agrees\">"));
}
END_TEST

START_TEST (what_is_marked_is_set_in_markup)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_marked (out, "a < {b & c}.", "<a href=\"#x\">", "</a>");
  html_text_append_paragraph (out, NULL, "<p>");
  html_text_append_paragraph (out, "note", "it's");
  ck_assert_str_eq (out->str, "a &lt; <a href=\"#x\">b &amp; c</a>.<p>&lt;p&gt;</p>\n"
                              "<p class=\"note\">it&#39;s</p>\n");
}
END_TEST

START_TEST (a_span_of_one_month_is_that_month)
{
  const Month october = calendar_month (2026, 10);
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_months (out, NULL, october, october);
  g_string_append_c (out, ' ');
  html_text_append_months (out, NULL, october, october + 1);
  ck_assert_str_eq (out->str, "2026-10 2026-10 to 2026-11");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-text");
  TCase *tests = tcase_create ("html-text");

  tcase_add_loop_test (tests, a_text_is_visible_and_escaped, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tests, a_long_text_is_shortened_before_it_is_escaped);
  tcase_add_test (tests, a_source_is_file_and_line);
  tcase_add_test (tests, a_word_of_the_report_is_the_class_of_its_element);
  tcase_add_loop_test (tests, an_amount_is_grouped_and_filled_up, 0, G_N_ELEMENTS (decimals));
  tcase_add_test (tests, places_are_at_least_those_of_the_currency);
  tcase_add_test (tests, null_is_a_dash);
  tcase_add_test (tests, days_months_and_counts_are_as_everywhere);
  tcase_add_loop_test (tests, what_programs_read_stands_beside_what_people_read, 0,
                       G_N_ELEMENTS (amounts_elsewhere));
  tcase_add_test (tests, days_and_words_too);
  tcase_add_test (tests, what_is_marked_is_set_in_markup);
  tcase_add_test (tests, a_span_of_one_month_is_that_month);
  suite_add_tcase (suite, tests);
  return suite;
}
