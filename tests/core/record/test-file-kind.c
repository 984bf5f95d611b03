/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/file-kind.h"
#include "test-main.h"

#include <check.h>

START_TEST (kinds_have_the_names_of_the_schema)
{
  ck_assert_str_eq (file_kind_name (KIND_ACO_BALANCE), "aco-balance");
  ck_assert_str_eq (file_kind_name (KIND_INVOICE), "invoice");
  ck_assert_str_eq (file_kind_name (KIND_DAILY_USAGE), "daily-usage");
  ck_assert_str_eq (file_kind_name (KIND_LEGACY), "legacy");
  ck_assert_str_eq (file_kind_name (KIND_SKIPPED), "skipped");
}
END_TEST

START_TEST (what_is_read_has_an_amount_and_a_title)
{
  const gboolean read = _i == KIND_ACO_BALANCE || _i == KIND_INVOICE || _i == KIND_DAILY_USAGE;
  const FileKindInfo *info = file_kind_info ((FileKind) _i);

  ck_assert_int_eq (file_kind_is_read ((FileKind) _i), read);
  ck_assert_int_eq (info->amount != NULL, read);
  ck_assert_int_eq (info->title != NULL, read);
  ck_assert_int_eq (info->source != NULL, read);
  ck_assert (read || !info->has_invoices);
}
END_TEST

START_TEST (rows_of_invoices_and_of_daily_usage_name_their_invoice)
{
  ck_assert (!file_kind_info (KIND_ACO_BALANCE)->has_invoices);
  ck_assert (file_kind_info (KIND_INVOICE)->has_invoices);
  ck_assert (file_kind_info (KIND_DAILY_USAGE)->has_invoices);
}
END_TEST

START_TEST (sums_of_daily_usage_alone_are_rounded_to_cents)
{
  Decimal sum;

  ck_assert (decimal_parse ("-1.005", 6, DECIMAL_POINT, &sum));
  for (FileKind kind = 0; kind < FILE_KIND_COUNT; kind++)
    {
      g_autofree char *money = decimal_to_string (file_kind_money (kind, sum), 0);
      ck_assert_str_eq (money, kind == KIND_DAILY_USAGE ? "-1.01" : "-1.005");
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-kind");
  TCase *names = tcase_create ("names");

  tcase_add_test (names, kinds_have_the_names_of_the_schema);
  suite_add_tcase (suite, names);

  TCase *infos = tcase_create ("infos");

  tcase_add_loop_test (infos, what_is_read_has_an_amount_and_a_title, 0, FILE_KIND_COUNT);
  tcase_add_test (infos, rows_of_invoices_and_of_daily_usage_name_their_invoice);
  tcase_add_test (infos, sums_of_daily_usage_alone_are_rounded_to_cents);
  suite_add_tcase (suite, infos);
  return suite;
}
