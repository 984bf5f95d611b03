/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-part.h"
#include "core/report/report.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

#define CONTOSO "1f0e3dad-9990-4bd6-a9c5-2d2d9c6b7a01"

/* --code=*code --min=*min --customer=*customers */
static ReportPart *
part_of (const FindingCode *code, const char *min, const char *customer)
{
  ReportPart *self = report_part_new ();

  if (code != NULL)
    report_part_add_code (self, *code);
  if (min != NULL)
    report_part_set_min (self, sample_decimal (min));
  if (customer != NULL)
    report_part_add_customer (self, customer, NULL);
  return self;
}

static const FindingCode sign = FINDING_CREDIT_SIGN;

static const struct
{
  const FindingCode *code;
  const char *min, *customer;
  FindingCode of;                  /* the finding */
  const char *amount, *concerning; /* a customer; NULL: none */
  gboolean shown;
} findings[] = {
  { NULL, NULL, NULL, FINDING_FILE_IGNORED, "0", NULL, TRUE },
  { &sign, NULL, NULL, FINDING_CREDIT_SIGN, "0", NULL, TRUE },
  { &sign, NULL, NULL, FINDING_CREDIT_UNPAIRED, "0", NULL, FALSE },
  { NULL, "7.00", NULL, FINDING_CREDIT_SIGN, "7", NULL, TRUE }, /* whatever the scale */
  { NULL, "7.01", NULL, FINDING_CREDIT_SIGN, "7", NULL, FALSE },
  { NULL, "7", NULL, FINDING_CREDIT_SIGN, "-7", NULL, TRUE }, /* whatever the sign */
  { NULL, "0", NULL, FINDING_CREDIT_SIGN, "0", NULL, TRUE },
  { NULL, NULL, "c1", FINDING_CREDIT_SIGN, "0", "c1", TRUE },
  { NULL, NULL, "c1", FINDING_CREDIT_SIGN, "0", "c11", FALSE },
  { NULL, NULL, "c1", FINDING_FILE_IGNORED, "0", NULL, FALSE },
  { &sign, "7", "c1", FINDING_CREDIT_SIGN, "7", "c1", TRUE },
  { &sign, "8", "c1", FINDING_CREDIT_SIGN, "7", "c1", FALSE },
};

START_TEST (a_finding_is_shown_when_all_fits)
{
  g_autoptr (ReportPart) part
      = part_of (findings[_i].code, findings[_i].min, findings[_i].customer);
  const FindingRow row = { .code = findings[_i].of,
                           .customer_id = findings[_i].concerning,
                           .amount = sample_decimal (findings[_i].amount) };

  ck_assert_int_eq (report_part_shows (part, report_table_info (REPORT_FINDINGS), &row),
                    findings[_i].shown);
}
END_TEST

START_TEST (other_tables_are_narrowed_to_customers_alone)
{
  g_autoptr (ReportPart) by_code = part_of (&sign, "1000", NULL);
  g_autoptr (ReportPart) by_customer = part_of (NULL, NULL, "c1");
  const TieOutRow own = { .customer_id = "c1" }, other = { .customer_id = "c2" };
  const TotalsRow totals = { .currency = "USD" };

  ck_assert (report_part_shows (by_code, report_table_info (REPORT_TIE_OUT), &other));
  ck_assert (report_part_shows (by_customer, report_table_info (REPORT_TIE_OUT), &own));
  ck_assert (!report_part_shows (by_customer, report_table_info (REPORT_TIE_OUT), &other));
  ck_assert (report_part_shows (by_customer, report_table_info (REPORT_TOTALS), &totals));
}
END_TEST

static const struct
{
  const FindingCode *code;
  const char *min;
  guint customers;
  const char *words;
} sentences[] = {
  { NULL, NULL, 0, "" },
  { &sign, NULL, 0, "PART: of findings only ACO203; figures are those of all. " },
  { NULL, "10", 0, "PART: of findings only those of at least 10.00; figures are those of all. " },
  { NULL, NULL, 1,
    "PART: only rows of Contoso (1f0e3dad\xe2\x80\xa6); figures are those of all. " },
  { &sign, "0.005", 2,
    "PART: only rows of Contoso (1f0e3dad\xe2\x80\xa6) and c1; of findings only ACO203 of at least "
    "0.005; figures are those of all. " },
  { NULL, NULL, 3,
    "PART: only rows of Contoso (1f0e3dad\xe2\x80\xa6), c1 and c2; figures are those of all. " },
  { NULL, NULL, 5,
    "PART: only rows of Contoso (1f0e3dad\xe2\x80\xa6), c1, c2 and 2 other customers; figures are "
    "those of all. " },
};

START_TEST (it_says_what_is_shown)
{
  g_autoptr (ReportPart) part = part_of (sentences[_i].code, sentences[_i].min, NULL);

  for (guint i = 0; i < sentences[_i].customers; i++)
    {
      g_autofree char *id = i == 0 ? g_strdup (CONTOSO) : g_strdup_printf ("c%u", i);
      report_part_add_customer (part, id, i == 0 ? "Contoso" : NULL);
    }
  g_autofree char *words = report_part_words (part, FALSE, NULL);
  ck_assert_str_eq (words, sentences[_i].words);
  ck_assert_int_eq (report_part_narrows (part), *words != '\0');
}
END_TEST

START_TEST (a_program_reads_plain_numbers)
{
  g_autoptr (ReportPart) part = part_of (NULL, "12000", NULL);
  g_autofree char *words = report_part_words (part, FALSE, NULL);
  g_autofree char *plain = report_part_words (part, TRUE, NULL);

  ck_assert_ptr_nonnull (strstr (words, "at least 12,000.00;"));
  ck_assert_ptr_nonnull (strstr (plain, "at least 12000.00;"));
}
END_TEST

START_TEST (a_customer_is_in_it_once_and_its_name_is_harmless)
{
  g_autoptr (ReportPart) part = report_part_new ();
  g_autofree char *none = report_part_words (NULL, FALSE, NULL);

  report_part_add_customer (part, "c1", "\x1b[31mRed\nInk");
  report_part_add_customer (part, "c1", "Ink");
  ck_assert_uint_eq (part->ids->len, 1);
  g_autofree char *words = report_part_words (part, FALSE, NULL);
  ck_assert_ptr_null (strpbrk (words, "\x1b\n"));
  ck_assert_str_eq (none, "");
  report_part_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-part");
  TCase *tests = tcase_create ("report-part");

  tcase_add_loop_test (tests, a_finding_is_shown_when_all_fits, 0, G_N_ELEMENTS (findings));
  tcase_add_test (tests, other_tables_are_narrowed_to_customers_alone);
  tcase_add_loop_test (tests, it_says_what_is_shown, 0, G_N_ELEMENTS (sentences));
  tcase_add_test (tests, a_program_reads_plain_numbers);
  tcase_add_test (tests, a_customer_is_in_it_once_and_its_name_is_harmless);
  suite_add_tcase (suite, tests);
  return suite;
}
