/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/billing/column-map.h"
#include "input/billing/column-role.h"

static void
add (ColumnMap *map, const char *text)
{
  g_autoptr (GError) error = NULL;
  ck_assert_msg (column_map_add (map, text, &error), "%s", error == NULL ? "" : error->message);
}

START_TEST (nothing_is_mapped_at_first)
{
  g_autoptr (ColumnMap) map = column_map_new ();

  ck_assert_uint_eq (column_map_role (map, "customerid"), ROLE_NONE);
  ck_assert_uint_eq (column_map_role (map, ""), ROLE_NONE);
  ck_assert_ptr_null (column_map_header (map, ROLE_CUSTOMER));
}
END_TEST

static const struct
{
  const char *text;
  guint role;
  const char *folded, *header;
} added[] = {
  { "customer=TenantId", ROLE_CUSTOMER, "tenantid", "TenantId" },
  { "Customer-Name=Name of it", ROLE_CUSTOMER_NAME, "nameofit", "Name of it" },
  { "subtotal=Net", ROLE_SUBTOTAL, "net", "Net" },
  { " month = Period ", ROLE_MONTH, "period", " Period " },
  { "month=a=b", ROLE_MONTH, "ab", "a=b" },
  { "customer=Status", ROLE_CUSTOMER, "status", "Status" },
  { "currency=W\xc3\x84HRUNG", ROLE_CURRENCY, "w\xc3\xa4hrung", "W\xc3\x84HRUNG" },
};

START_TEST (a_header_name_is_given_to_a_role)
{
  g_autoptr (ColumnMap) map = column_map_new ();

  add (map, added[_i].text);
  ck_assert_uint_eq (column_map_role (map, added[_i].folded), added[_i].role);
  ck_assert_str_eq (column_map_header (map, added[_i].role), added[_i].header);
  ck_assert_uint_eq (column_map_role (map, "other"), ROLE_NONE);
  ck_assert_ptr_null (column_map_header (map, ROLE_AGREEMENT));
}
END_TEST

START_TEST (a_role_may_have_several_header_names)
{
  g_autoptr (ColumnMap) map = column_map_new ();

  add (map, "customer=Tenant");
  add (map, "customer=Client");
  ck_assert_uint_eq (column_map_role (map, "tenant"), ROLE_CUSTOMER);
  ck_assert_uint_eq (column_map_role (map, "client"), ROLE_CUSTOMER);
  ck_assert_str_eq (column_map_header (map, ROLE_CUSTOMER), "Client");
}
END_TEST

START_TEST (the_last_role_of_a_header_name_counts)
{
  g_autoptr (ColumnMap) map = column_map_new ();

  add (map, "customer=Tenant");
  add (map, "agreement=TENANT");
  ck_assert_uint_eq (column_map_role (map, "tenant"), ROLE_AGREEMENT);
}
END_TEST

static const struct
{
  const char *text, *message;
} refused[] = {
  { "", "--map: found \"\", expected ROLE=HEADER, e.g. customer=TenantId" },
  { "customer", "--map: found \"customer\", expected ROLE=HEADER, e.g. customer=TenantId" },
  { "client=TenantId", "--map: found the role \"client\", expected one such as customer, month or "
                       "Subtotal; `acorecon reconcile --help' tells them" },
  { "=TenantId", "--map: found the role \"\", expected one such as customer, month or Subtotal; "
                 "`acorecon reconcile --help' tells them" },
  { "customer=", "--map: found no header name in \"customer=\", expected ROLE=HEADER" },
  { "customer= -", "--map: found no header name in \"customer= -\", expected ROLE=HEADER" },
};

START_TEST (what_is_no_mapping_is_wrong_usage)
{
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (!column_map_add (map, refused[_i].text, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, refused[_i].message);
  ck_assert_uint_eq (column_map_role (map, "tenantid"), ROLE_NONE);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { column_map_free (NULL); }
END_TEST

START_TEST (a_role_that_is_nearly_right_is_asked_back)
{
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (!column_map_add (map, "customr=TenantId", &error));
  ck_assert (g_str_has_prefix (error->message, "--map: found the role \"customr\", "));
  ck_assert (g_str_has_suffix (error->message, "; did you mean customer?"));
  ck_assert_uint_eq (column_map_count (map), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("column-map");
  TCase *tests = tcase_create ("column-map");

  tcase_add_test (tests, nothing_is_mapped_at_first);
  tcase_add_loop_test (tests, a_header_name_is_given_to_a_role, 0, G_N_ELEMENTS (added));
  tcase_add_test (tests, a_role_may_have_several_header_names);
  tcase_add_test (tests, the_last_role_of_a_header_name_counts);
  tcase_add_loop_test (tests, what_is_no_mapping_is_wrong_usage, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, freeing_nothing_is_fine);
  tcase_add_test (tests, a_role_that_is_nearly_right_is_asked_back);
  suite_add_tcase (suite, tests);
  return suite;
}
