/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/balance-row.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *text;
  gboolean present;
  BalanceStatus status;
} statuses[] = {
  { "active", TRUE, STATUS_ACTIVE },   { "Active", TRUE, STATUS_ACTIVE },
  { "EXPIRED", TRUE, STATUS_EXPIRED }, { "expired", TRUE, STATUS_EXPIRED },
  { "", TRUE, STATUS_UNKNOWN },        { "activated", TRUE, STATUS_UNKNOWN },
  { "expire", TRUE, STATUS_UNKNOWN },  { "suspended", TRUE, STATUS_UNKNOWN },
  { "", FALSE, STATUS_ABSENT },
};

START_TEST (a_status_is_read_without_case)
{
  const Slice text = slice_of (statuses[_i].text);

  ck_assert_int_eq (balance_row_status_from_text (text, statuses[_i].present), statuses[_i].status);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("balance-row");
  TCase *tcase = tcase_create ("balance-row");

  tcase_add_loop_test (tcase, a_status_is_read_without_case, 0, G_N_ELEMENTS (statuses));
  suite_add_tcase (suite, tcase);
  return suite;
}
