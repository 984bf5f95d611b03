/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-resource.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static gssize
read_text (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  const char **text = data;
  const gsize count = MIN (size, strlen (*text));

  memcpy (buffer, *text, count);
  *text += count;
  return (gssize) count;
}

static JsonTokens *tokens;
static McaResource *resource;
static McaBook *book;
static char *text;
static const char *rest;

/* Of an object, with ' for ". */
static void
take (const char *object)
{
  JsonToken token;

  text = g_strdelimit (g_strdup (object), "'", '"');
  rest = text;
  book = mca_book_new ();
  tokens = json_tokens_new ("f", read_text, &rest);
  resource = mca_resource_new (tokens);
  ck_assert (json_tokens_next (tokens, &token, NULL));
  mca_resource_begin (resource, token.place);
  ck_assert (mca_resource_take (resource, tokens, NULL));
}

static void
end (void)
{
  mca_resource_free (resource);
  json_tokens_free (tokens);
  mca_book_free (book);
  g_free (text);
}

static McaNode
find (McaMember member)
{
  return mca_resource_find (resource, 0, member);
}

static void
assert_refused (const char *expected)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!mca_resource_check (resource, &error));
  ck_assert_str_eq (error->message, expected);
}

START_TEST (values_are_what_they_say)
{
  McaAmount amount;

  take ("{'other':{'id':1},'id':' a ','name':null,'isEstimatedBalance':true,"
        "'charges':{'Value':'-1.50','CURRENCY':'usd'},'newCredit':{'value':null},"
        "'startDate':'9/18/2019 21:47:31','expirationDate':' '}");
  amount = mca_resource_amount (resource, find (MEMBER_CHARGES), book);
  ck_assert_uint_eq (mca_resource_text (resource, find (MEMBER_ID)).length, 1);
  ck_assert_uint_eq (mca_resource_text (resource, find (MEMBER_NAME)).length, 0);
  ck_assert_uint_eq (mca_resource_text (resource, find (MEMBER_SOURCE)).length, 0);
  ck_assert (amount.amount.known);
  ck_assert (decimal_equal (amount.amount.value, decimal_from_scaled (-15, 1)));
  ck_assert_str_eq (amount.currency, "USD");
  ck_assert (!mca_resource_amount (resource, find (MEMBER_NEW_CREDIT), book).amount.known);
  ck_assert (!mca_resource_amount (resource, find (MEMBER_ADJUSTMENTS), book).amount.known);
  ck_assert_int_eq (mca_resource_truth (resource, find (MEMBER_IS_ESTIMATED_BALANCE)), TRUTH_TRUE);
  ck_assert_int_eq (mca_resource_day (resource, find (MEMBER_START_DATE)),
                    calendar_day (2019, 9, 18));
  ck_assert_int_eq (mca_resource_day (resource, find (MEMBER_EXPIRATION_DATE)), DAY_NONE);
  ck_assert (mca_resource_check (resource, NULL));
  end ();
}
END_TEST

START_TEST (the_first_that_is_wrong_is_told)
{
  take ("{'id':5,\n'startDate':'31/31/2019',\n'charges':{'value':'1,2'}}");
  (void) mca_resource_amount (resource, find (MEMBER_CHARGES), book);
  assert_refused ("f:3:20: found \"1,2\", expected a number like 1234.56 in charges.value");
  (void) mca_resource_day (resource, find (MEMBER_START_DATE));
  assert_refused ("f:2:13: found \"31/31/2019\", expected a date like 10/31/2026 or 2026-10-31 in "
                  "startDate");
  (void) mca_resource_text (resource, find (MEMBER_ID));
  assert_refused ("f:1:7: found 5, expected a text in id");
  (void) mca_resource_truth (resource, find (MEMBER_CHARGES));
  assert_refused ("f:1:7: found 5, expected a text in id");
  end ();
}
END_TEST

START_TEST (lists_of_profiles_are_looked_into)
{
  McaNode list, node;

  take ("{'properties':{'billingProfiles':{'value':[{'name':'P'},[1],{'name':'Q'}]},'error':[1]}}");
  list = mca_resource_find (resource, find (MEMBER_PROPERTIES), MEMBER_BILLING_PROFILES);
  list = mca_resource_find (resource, list, MEMBER_VALUE);
  node = mca_resource_first (resource, list);
  ck_assert (mca_resource_is (resource, node, JSON_TOKEN_OBJECT));
  node = mca_resource_next (resource, list, node);
  ck_assert (mca_resource_is (resource, node, JSON_TOKEN_ARRAY));
  node = mca_resource_next (resource, list, node);
  ck_assert (mca_resource_find (resource, node, MEMBER_NAME) != MCA_NODE_NONE);
  ck_assert_uint_eq (mca_resource_next (resource, list, node), MCA_NODE_NONE);
  end ();
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-resource");
  TCase *tests = tcase_create ("mca-resource");

  tcase_add_test (tests, values_are_what_they_say);
  tcase_add_test (tests, the_first_that_is_wrong_is_told);
  tcase_add_test (tests, lists_of_profiles_are_looked_into);
  suite_add_tcase (suite, tests);
  return suite;
}
