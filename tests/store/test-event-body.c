/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/event-body.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_close_says_all_in_its_order)
{
  static const char *const options[] = { "--day-first", "--tolerance=5", NULL };
  const EventInput read = { "a.csv", "invoice", 2, 99, "abc" };
  const EventInput skipped = { "b.csv", "skipped", 0, 0, NULL };
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (EventInput));
  const Event event = { .kind = EVENT_CLOSE,
                        .at = "2026-11-05T10:00:00Z",
                        .month = "2026-10",
                        .version = 1,
                        .by = "Ann",
                        .approver = "Bo",
                        .program = "acorecon 1",
                        .options = options,
                        .as_of = "2026-10-31",
                        .inputs = inputs,
                        .content_sha256 = "def" };

  g_array_append_val (inputs, read);
  g_array_append_val (inputs, skipped);
  g_autofree char *body = event_body_print (&event, 3);
  ck_assert_str_eq (
      body,
      "{\"n\":3,\"at\":\"2026-11-05T10:00:00Z\",\"what\":\"close\",\"month\":\"2026-10\","
      "\"version\":1,\"by\":\"Ann\",\"approver\":\"Bo\",\"reason\":null,\"program\":\"acorecon "
      "1\",\"options\":[\"--day-first\",\"--tolerance=5\"],\"as_of\":\"2026-10-31\","
      "\"inputs\":[[\"a.csv\",\"invoice\",2,99,\"abc\"],[\"b.csv\",\"skipped\",null,null,null]],"
      "\"content_sha256\":\"def\"}");
}
END_TEST

START_TEST (what_does_not_apply_is_null)
{
  const Event event = { .kind = EVENT_REOPEN,
                        .at = "T",
                        .month = "2026-10",
                        .version = 2,
                        .by = "Ann",
                        .reason = "wrong file" };
  g_autofree char *body = event_body_print (&event, 1);

  ck_assert_str_eq (body, "{\"n\":1,\"at\":\"T\",\"what\":\"reopen\",\"month\":\"2026-10\","
                          "\"version\":2,\"by\":\"Ann\",\"approver\":null,\"reason\":\"wrong "
                          "file\",\"program\":null,\"options\":null,\"as_of\":null,\"inputs\":null,"
                          "\"content_sha256\":null}");
}
END_TEST

START_TEST (a_resolution_has_members_of_its_own)
{
  const Event event = { .kind = EVENT_RESOLVE,
                        .at = "T",
                        .by = "Ann",
                        .finding_id = "f1",
                        .finding_key = "k1",
                        .amount = "1.00",
                        .resolution = "accepted",
                        .note = "say \"yes\"\\\n\t\r\x01\x7f\xc3\xa9" };
  g_autofree char *body = event_body_print (&event, 1);

  ck_assert_str_eq (body, "{\"n\":1,\"at\":\"T\",\"what\":\"resolve\",\"finding_id\":\"f1\","
                          "\"finding_key\":\"k1\",\"amount\":\"1.00\",\"resolution\":\"accepted\","
                          "\"note\":\"say \\\"yes\\\"\\\\\\n\\t\\r\\u0001\x7f\xc3\xa9\","
                          "\"by\":\"Ann\"}");
}
END_TEST

/* printf '%s\n%s' $(printf 0%.0s $(seq 64)) '{}' | sha256sum */
START_TEST (the_hash_is_that_of_sha256sum)
{
  g_autofree char *hash = event_body_hash (EVENT_BODY_FIRST_HASH, "{}");

  ck_assert_str_eq (hash, "5649d09ed68c17156095d175eef152856c5b1a81c117c409c1e00f096aa6838e");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("event-body");
  TCase *tests = tcase_create ("event-body");

  tcase_add_test (tests, a_close_says_all_in_its_order);
  tcase_add_test (tests, what_does_not_apply_is_null);
  tcase_add_test (tests, a_resolution_has_members_of_its_own);
  tcase_add_test (tests, the_hash_is_that_of_sha256sum);
  suite_add_tcase (suite, tests);
  return suite;
}
