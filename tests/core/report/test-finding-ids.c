/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding-ids.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static FindingRow
row_of (const char *amount)
{
  return (FindingRow){ .code = FINDING_SUBTOTAL_MISMATCH,
                       .customer_id = "c1",
                       .month = calendar_month (2026, 10),
                       .currency = "EUR",
                       .amount = sample_decimal (amount),
                       .file = "a.csv",
                       .line = 7,
                       .subject = "g1/p/1" };
}

static FindingNames
names_of (const FindingRow *row, Month month)
{
  g_autoptr (FindingIds) ids = finding_ids_new (month);
  return finding_ids_next (ids, row);
}

/* printf 'ACO201\tc1\t\tEUR\t2026-10\tg1/p/1' | sha256sum; the same with '\t0.01\t0'. */
START_TEST (they_are_the_first_digits_of_a_digest_anyone_can_make)
{
  const FindingRow row = row_of ("0.01");
  const FindingNames names = names_of (&row, MONTH_NONE);

  ck_assert_str_eq (names.key, "kb406a87932f91aec");
  ck_assert_str_eq (names.id, "fcb44cc8b4271fccf");
}
END_TEST

START_TEST (files_and_lines_do_not_matter)
{
  const FindingRow row = row_of ("0.01");
  FindingRow elsewhere = row;
  const FindingNames names = names_of (&row, MONTH_NONE);

  elsewhere.file = "b.csv";
  elsewhere.line = 8;
  elsewhere.message = "other words";
  elsewhere.customer_name = "Contoso";
  const FindingNames same = names_of (&elsewhere, calendar_month (2026, 10));
  ck_assert_str_eq (names.key, same.key);
  ck_assert_str_eq (names.id, same.id);
}
END_TEST

START_TEST (another_amount_keeps_the_key)
{
  const FindingRow row = row_of ("0.01"), other = row_of ("0.02"), longer = row_of ("0.010");
  const FindingNames names = names_of (&row, MONTH_NONE), changed = names_of (&other, MONTH_NONE);
  const FindingNames same = names_of (&longer, MONTH_NONE);

  ck_assert_str_eq (names.key, changed.key);
  ck_assert_str_ne (names.id, changed.id);
  ck_assert_str_eq (names.id, same.id);
}
END_TEST

/* Each member of the key makes another one, and a text does not slip into its neighbour. */
START_TEST (what_it_is_about_makes_the_key)
{
  const FindingRow row = row_of ("1");
  FindingRow rows[7] = { row, row, row, row, row, row, row };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  rows[0].code = FINDING_TOTAL_MISMATCH;
  rows[1].customer_id = "c2";
  rows[2].agreement_id = "EUR";
  rows[2].currency = NULL;
  rows[3].currency = "USD";
  rows[4].month++;
  rows[5].subject = "g1/p/2";
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_hash_table_add (keys, g_strdup (names_of (&rows[i], MONTH_NONE).key));
  ck_assert_uint_eq (g_hash_table_size (keys), G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (equal_findings_are_counted)
{
  g_autoptr (FindingIds) ids = finding_ids_new (MONTH_NONE);
  const FindingRow row = row_of ("1"), other = row_of ("2");
  const FindingNames first = finding_ids_next (ids, &row);
  const FindingNames between = finding_ids_next (ids, &other);
  const FindingNames second = finding_ids_next (ids, &row);

  ck_assert_str_eq (first.key, second.key);
  ck_assert_str_ne (first.id, second.id);
  ck_assert_str_eq (between.id, names_of (&other, MONTH_NONE).id);
}
END_TEST

START_TEST (without_a_month_that_of_the_run_stands_in)
{
  FindingRow row = row_of ("1");
  const FindingNames october = names_of (&row, MONTH_NONE);

  row.month = MONTH_NONE;
  ck_assert_str_eq (names_of (&row, calendar_month (2026, 10)).id, october.id);
  ck_assert_str_ne (names_of (&row, MONTH_NONE).id, october.id);
  finding_ids_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-ids");
  TCase *tests = tcase_create ("ids and keys");

  tcase_add_test (tests, they_are_the_first_digits_of_a_digest_anyone_can_make);
  tcase_add_test (tests, files_and_lines_do_not_matter);
  tcase_add_test (tests, another_amount_keeps_the_key);
  tcase_add_test (tests, what_it_is_about_makes_the_key);
  tcase_add_test (tests, equal_findings_are_counted);
  tcase_add_test (tests, without_a_month_that_of_the_run_stands_in);
  suite_add_tcase (suite, tests);
  return suite;
}
