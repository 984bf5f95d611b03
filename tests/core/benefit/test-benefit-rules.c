/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-rows.h"
#include "sample-benefits.h"

/* The codes of the findings, in order, each with its amount and month where there is one. */
static char *
codes_of (const char *rows, const char *uses)
{
  g_autoptr (BenefitBook) book = sample_book (rows, uses);
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, BENEFIT_TABLE_FINDINGS); i++)
    {
      const BenefitFindingRow *row = report_row (report, BENEFIT_TABLE_FINDINGS, i);
      g_autofree char *amount = decimal_to_string (row->amount, 0);
      char month[MONTH_TEXT_SIZE] = "";
      if (row->month != MONTH_NONE)
        calendar_print_month (row->month, month);
      g_string_append_printf (out, "%s%s %s%s%s:%d", i == 0 ? "" : ", ",
                              finding_info (row->code)->code, amount, *month != '\0' ? " " : "",
                              month, (int) row->line);
    }
  return g_string_free (out, FALSE);
}

/* Each finding, and beside it what just is none. */
START_TEST (each_rule_finds_and_does_not)
{
  static const struct
  {
    const char *rows;
    const char *uses;
    const char *codes;
  } cases[] = {
    { "a,,Active,bulk,9,USD,i,2026-10-04,,,,,,,\n", NULL, "BEN101 9:2" },
    { "a,,Active,bulk,9,USD,i,2026-10-05,,,,,,,\n", NULL, "BEN102 9:2" },
    { "a,,Active,bulk,9,USD,i,2026-12-04,,,,,,,\n", NULL, "BEN102 9:2" },
    { "a,,Active,bulk,9,USD,i,2026-12-05,,,,,,,\n", NULL, "" },
    { "a,,Expired,bulk,9,USD,i,2026-10-04,,,,,,,\n", NULL, "" },
    { "a,,Active,bulk,9,USD,i,2026-10-04,,,,2026-10-05,,,\n", NULL, "BEN107 0:2" },
    { "a,,Active,bulk,9,USD,i,2026-09-01,2026-09-02,,,,,,\n", NULL, "BEN103 9:2" },
    { "a,,Active,bulk,9,USD,i,2026-09-02,2026-09-02,,,,,,\n", NULL, "" },
    { "a,,Active,monthly,0,USD,i,,2026-10-01,,,,6,,\n", NULL, "BEN104 0:2" },
    { "a,,Active,monthly,0,USD,i,,2026-10-01,,,,5,,\n", NULL, "BEN108 0:2" },
    { "a,,Active,monthly,0,USD,i,,2026-10-01,,,,4,,\n", NULL, "" },
    { "a,,Active,monthly,0,USD,i,,2026-10-01,,,,6,,deposit\n", NULL, "" },
    { "a,,Active,bulk,9,USD,i,,2026-10-01,,,,1,,\n", NULL, "BEN104 0:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-10,9,\n", "" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-10,6,\ni,2026-10,4,\n",
      "BEN105 1 2026-10:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-08,0,\ni,2026-10,4,\n", "" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-08,2,\n", "BEN106 2 2026-08:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,2026-10-05,,,\n", "i,2026-09,4,\n", "BEN107 9:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,2026-10-06,,,\n", NULL, "" },
    { "a,,Odd,bulk,9,USD,i,,2026-09-01,,,,,,\n", NULL, "BEN109 0:2" },
    { "a,,Not redeemed,bulk,9,USD,i,,2026-09-01,,,,,,\n", NULL, "" },
    { "a,,Active,monthly,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-10,9,\n", "BEN110 9:2" },
    { "a,,Active,monthly,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-09,9,\ni,2026-10,9,\n", "" },
    { "a,,Active,monthly,9,USD,i,,2026-10-01,,,,,,\n", "i,2026-10,2,\n", "BEN111 7 2026-10:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,2026-12-04,,,,\n", "i,2026-10,2,\n", "BEN112 7:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,2026-12-05,,,,\n", NULL, "" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,2026-10-04,,,,\n", "i,2026-09,9,\n", "BEN113 0:2" },
    { "a,,Expired,bulk,9,USD,i,,2026-09-01,,2026-10-05,,,,\n", NULL, "BEN113 0:2" },
    { "a,,Expired,bulk,9,USD,i,,2026-09-01,,2026-10-04,,,,\n", "i,2026-09,9,\n", "" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,,\n", "x,2026-10,3,\n", "BEN114 3 2026-10:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,,\n", "i,2026-10,3,EUR\n", "BEN115 3 2026-10:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,a_b#ext#@x.y,\n", NULL, "BEN116 0:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,A@GMAIL.com,\n", NULL, "BEN116 0:2" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,a@gmail.com.x,\n", NULL, "" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,a@gmail.com,deposit\n", NULL, "" },
    { "a,,Active,bulk,9,USD,i,,2026-09-01,,,,,a@x.y,\nb,,Active,bulk,9,USD,k,,2026-09-01,,,,,A@x.y,"
      "\n",
      NULL, "BEN117 0:3" },
    { "a,,Expired,bulk,9,USD,i,,,,,,,a@x.y,\nb,,Active,bulk,9,USD,k,,2026-09-01,,,,,A@x.y,\n", NULL,
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *codes = codes_of (cases[i].rows, cases[i].uses);
      ck_assert_msg (strcmp (codes, cases[i].codes) == 0, "%u: %s%s, expected %s", i, cases[i].rows,
                     codes, cases[i].codes);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-rules");
  TCase *tests = tcase_create ("benefit-rules");

  tcase_add_test (tests, each_rule_finds_and_does_not);
  suite_add_tcase (suite, tests);
  return suite;
}
