/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-chart.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static ChartRange
range_of (const char *a, const char *b)
{
  ChartRange range = { 0 };

  html_chart_include (&range, sample_decimal (a));
  html_chart_include (&range, sample_decimal (b));
  return range;
}

static const struct
{
  const char *a, *b, *value;
  gint64 position;
} positions[] = {
  { "0", "0", "0", 0 },
  { "0", "200", "0", 0 },
  { "0", "200", "200", 100 },
  { "0", "200", "1", 1 },
  { "0", "200", "0.99", 0 },
  { "50", "100", "50", 50 },
  { "-100", "100", "0", 50 },
  { "-100", "-50", "0", 100 },
  { "-100", "100", "-100", 0 },
  { "0", "100", "1000", 100 },
  { "0", "100", "-1", 0 },
  { "0", "0.0003", "0.0001", 33 },
  { "0", "99999999999999999999999999999999999999", "50000000000000000000000000000000000000", 50 },
};

START_TEST (an_axis_begins_at_zero_or_below)
{
  ChartRange range = range_of (positions[_i].a, positions[_i].b);

  ck_assert_int_eq (html_chart_position (&range, sample_decimal (positions[_i].value), 100),
                    positions[_i].position);
}
END_TEST

START_TEST (a_waterfall_is_bars_with_their_amounts)
{
  const Decimal zero = decimal_from_int (0), ten = decimal_from_int (10);
  const Decimal four = decimal_from_int (4), six = decimal_from_int (6);
  const ChartStep steps[]
      = { { "Charges", "charges", zero, ten, ten }, { "- ACO", "aco", ten, four, six } };
  const ChartScale scale = { .range = range_of ("10", "0"), .digits = 5, .places = 2 };
  g_autoptr (GString) out = g_string_new (NULL);

  html_chart_waterfall (out, NULL, "2026-10: \"Charges\" 10.00", steps, 2, &scale);
  ck_assert_str_eq (
      out->str,
      "<svg class=\"waterfall\" viewBox=\"0 0 300 40\" role=\"img\" aria-label=\"2026-10: "
      "&quot;Charges&quot; 10.00\"><line class=\"axis\" x1=\"68\" y1=\"0\" x2=\"68\" y2=\"40\"/>"
      "<text x=\"0\" y=\"14\">Charges</text>"
      "<rect class=\"charges\" x=\"68\" y=\"4\" width=\"190\" height=\"12\"/>"
      "<line class=\"link\" x1=\"258\" y1=\"16\" x2=\"258\" y2=\"24\"/>"
      "<text x=\"300\" y=\"14\" text-anchor=\"end\">10.00</text>"
      "<text x=\"0\" y=\"34\">- ACO</text>"
      "<rect class=\"aco\" x=\"144\" y=\"24\" width=\"114\" height=\"12\"/>"
      "<text x=\"300\" y=\"34\" text-anchor=\"end\">6.00</text></svg>");
}
END_TEST

static ChartPoint
point (int month, const char *left, const char *lost)
{
  return (ChartPoint){ .day = calendar_last_day (calendar_month (2026, month)),
                       .left = sample_decimal (left),
                       .lost = sample_decimal (lost) };
}

START_TEST (a_balance_is_a_line_with_what_is_left)
{
  const ChartPoint points[]
      = { point (7, "900", "0"), point (8, "450", "0"), point (9, "0", "300") };
  g_autoptr (GString) out = g_string_new (NULL);

  const ChartBalance balance
      = { .points = points, .count = 3, .expiry = points[2].day, .places = 2 };

  html_chart_balance (out, NULL, "Balance", &balance);
  ck_assert_ptr_nonnull (strstr (out->str, "<polyline class=\"curve\" points=\"6,22 182,65 354,79 "
                                           "354,108\"/>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<line class=\"lost\" x1=\"354\" y1=\"79\" x2=\"354\" "
                                           "y2=\"108\"/>"));
  ck_assert_ptr_nonnull (strstr (out->str, ">900.00</text>"));
  ck_assert_ptr_nonnull (strstr (out->str, ">left: 0.00</text>"));
  ck_assert_ptr_nonnull (strstr (out->str, ">expiry 2026-09-30</text>"));
}
END_TEST

START_TEST (one_point_and_a_far_expiry_can_be_drawn)
{
  const ChartPoint points[] = { point (7, "-5", "0") };
  g_autoptr (GString) out = g_string_new (NULL);

  const ChartBalance balance
      = { .points = points, .count = 1, .expiry = calendar_day (9999, 12, 31), .places = 2 };

  html_chart_balance (out, NULL, "Balance", &balance);
  ck_assert_ptr_null (strstr (out->str, "expiry"));
  ck_assert_ptr_nonnull (strstr (out->str, "cx=\"6\" cy=\"108\""));
}
END_TEST

START_TEST (a_span_lies_within_the_timeline)
{
  const ChartDays days = { .first = 1000, .last = 1200, .now = 1100 };
  g_autoptr (GString) out = g_string_new (NULL);

  const ChartSpan span = { 1050, 1150, DAY_NONE, "active" };
  const ChartSpan open = { DAY_NONE, 5000, DAY_NONE, "used" };

  html_chart_span (out, "a to b", &days, &span);
  ck_assert_str_eq (out->str,
                    "<svg class=\"span\" viewBox=\"0 0 400 12\" preserveAspectRatio=\"none\" "
                    "role=\"img\" aria-label=\"a to b\">"
                    "<rect class=\"rail\" x=\"0\" y=\"5\" width=\"400\" height=\"2\"/>"
                    "<rect class=\"active\" x=\"100\" y=\"2\" width=\"200\" height=\"8\"/>"
                    "<rect class=\"now\" x=\"200\" y=\"0\" width=\"2\" height=\"12\"/></svg>");
  g_string_truncate (out, 0);
  html_chart_span (out, "", &days, &open);
  ck_assert_ptr_nonnull (strstr (out->str, "class=\"used\" x=\"0\" y=\"2\" width=\"400\""));
}
END_TEST

START_TEST (what_nobody_saw_is_drawn_apart)
{
  const ChartPoint points[] = { point (7, "900", "0"), point (8, "450", "0") };
  const Day end = calendar_last_day (calendar_month (2026, 12));
  const ChartBalance balance = { .points = points, .count = 2, .unseen_to = end, .places = 3 };
  const ChartDays days = { .first = 1000, .last = 1200, .now = 1100 };
  const ChartSpan span = { 1050, 1150, 1100, "unreported" };
  const ChartSpan over = { 1050, 1150, 5000, "expired" };
  g_autoptr (GString) out = g_string_new (NULL);

  html_chart_balance (out, NULL, "Balance", &balance);
  ck_assert_ptr_nonnull (strstr (out->str, "<line class=\"unseen\" x1=\"76\" y1=\"65\" x2=\"354\" "
                                           "y2=\"65\"/>"));
  ck_assert_ptr_nonnull (strstr (out->str, ">?</text>"));
  ck_assert_ptr_nonnull (strstr (out->str, ">last seen: 450.000</text>"));
  g_string_truncate (out, 0);
  html_chart_span (out, "", &days, &span);
  ck_assert_ptr_nonnull (
      strstr (out->str, "<rect class=\"unreported\" x=\"100\" y=\"2\" width=\"100\" height=\"8\"/>"
                        "<rect class=\"unseen\" x=\"200\" y=\"2\" width=\"100\" height=\"8\"/>"));
  g_string_truncate (out, 0);
  html_chart_span (out, "", &days, &over);
  ck_assert_ptr_null (strstr (out->str, "unseen"));
}
END_TEST

static char *
forecast_chart (Day day, gint64 left)
{
  const ChartPoint points[]
      = { { .day = calendar_day (2026, 9, 30), .left = decimal_from_int (90) },
          { .day = calendar_day (2026, 10, 31), .left = decimal_from_int (60) } };
  const ChartBalance balance = { .points = points,
                                 .count = 2,
                                 .places = 2,
                                 .forecast_day = day,
                                 .forecast_left = decimal_from_int (left) };
  GString *out = g_string_new (NULL);

  html_chart_balance (out, NULL, "text", &balance);
  return g_string_free (out, FALSE);
}

START_TEST (a_forecast_is_a_broken_line_from_the_last_point_on)
{
  g_autofree char *chart = forecast_chart (calendar_day (2026, 12, 31), 0);

  ck_assert_ptr_nonnull (strstr (chart, "class=\"unseen\""));
}
END_TEST

START_TEST (a_forecast_of_another_age_is_not_drawn)
{
  g_autofree char *far = forecast_chart (calendar_day (2099, 12, 31), 0);
  g_autofree char *past = forecast_chart (calendar_day (2026, 10, 31), 0);

  ck_assert_ptr_null (strstr (far, "class=\"unseen\""));
  ck_assert_ptr_null (strstr (past, "class=\"unseen\""));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-chart");
  TCase *tests = tcase_create ("html-chart");

  tcase_add_loop_test (tests, an_axis_begins_at_zero_or_below, 0, G_N_ELEMENTS (positions));
  tcase_add_test (tests, a_waterfall_is_bars_with_their_amounts);
  tcase_add_test (tests, a_balance_is_a_line_with_what_is_left);
  tcase_add_test (tests, one_point_and_a_far_expiry_can_be_drawn);
  tcase_add_test (tests, a_span_lies_within_the_timeline);
  tcase_add_test (tests, what_nobody_saw_is_drawn_apart);
  tcase_add_test (tests, a_forecast_is_a_broken_line_from_the_last_point_on);
  tcase_add_test (tests, a_forecast_of_another_age_is_not_drawn);
  suite_add_tcase (suite, tests);
  return suite;
}
