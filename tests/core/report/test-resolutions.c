/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-layout.h"
#include "core/report/resolutions.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
decide (Resolutions *resolutions, const char *id, const char *key, const char *amount,
        const char *word, const char *day)
{
  g_autofree char *at = g_strconcat (day, "T10:00:00Z", NULL);
  const Resolution resolution = { .finding_id = id,
                                  .finding_key = key,
                                  .amount = amount,
                                  .resolution = word,
                                  .note = "as agreed",
                                  .by = "Bo",
                                  .at = at };

  resolutions_add (resolutions, &resolution);
}

/* "ID KEY AMOUNT" of each finding. */
static void
add_findings (RowPack *pack, const char *const *findings)
{
  for (; *findings != NULL; findings++)
    {
      g_auto (GStrv) parts = g_strsplit (*findings, " ", 3);
      FindingRow row = { .id = g_intern_string (parts[0]),
                         .key = g_intern_string (parts[1]),
                         .message = "differs" };

      ck_assert (decimal_parse (parts[2], strlen (parts[2]), DECIMAL_POINT, &row.amount));
      row_pack_append (pack, &row);
    }
}

/* @expected: "RESOLUTION|MESSAGE" of each, with "-" for none. */
static void
assert_applied (const Resolutions *resolutions, const char *const *findings,
                const char *const *expected)
{
  GStringChunk *texts = g_string_chunk_new (64);
  RowPack *pack = row_pack_new (report_layout_held (report_layout (REPORT_FINDINGS)));

  add_findings (pack, findings);
  pack = resolutions_apply (resolutions, pack, texts);
  for (gsize i = 0; i < row_pack_count (pack); i++)
    {
      const FindingRow *row = row_pack_keep (pack, i);
      g_autofree char *found = g_strdup_printf (
          "%s|%s", row->resolution != NULL ? row->resolution : "-", row->message);

      ck_assert_str_eq (found, expected[i]);
      ck_assert_int_eq (row->resolution != NULL, row->note != NULL);
      ck_assert_int_eq (row->resolution != NULL, row->resolved_by != NULL);
    }
  row_pack_free (pack);
  g_string_chunk_free (texts);
}

START_TEST (a_resolved_id_carries_what_was_decided_last)
{
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  static const char *const findings[] = { "f1 k1 5", "f2 k2 5", NULL };
  static const char *const expected[] = { "accepted|differs", "-|differs" };

  decide (resolutions, "f1", "k1", "5.00", "disputed", "2026-10-01");
  decide (resolutions, "f1", "k1", "5.00", "accepted", "2026-10-02");
  decide (resolutions, "f9", "k9", "5.00", "accepted", "2026-10-02");
  assert_applied (resolutions, findings, expected);
  ck_assert_str_eq (resolutions_find (resolutions, "f1")->resolution, "accepted");
  ck_assert_ptr_null (resolutions_find (resolutions, "f2"));
  resolutions_free (NULL);
}
END_TEST

START_TEST (a_changed_amount_tells_what_was_decided_before)
{
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  static const char *const findings[] = { "f2 k1 7.5", NULL };
  static const char *const expected[] = { "-|differs; before: 5.00, accepted, 2026-10-01" };

  decide (resolutions, "f1", "k1", "5.00", "accepted", "2026-10-01");
  assert_applied (resolutions, findings, expected);
}
END_TEST

/* The decided one is there still: the other is a further one, and nothing was said about it. */
START_TEST (a_second_finding_of_a_key_is_open_and_says_nothing)
{
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  static const char *const findings[] = { "f1 k1 5", "f2 k1 7", NULL };
  static const char *const expected[] = { "accepted|differs", "-|differs" };

  decide (resolutions, "f1", "k1", "5.00", "accepted", "2026-10-01");
  assert_applied (resolutions, findings, expected);
}
END_TEST

START_TEST (of_equal_findings_none_is_resolved_when_fewer_are_there)
{
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  static const char *const all[] = { "f1 k1 5", "f2 k1 5", "f3 k1 5", NULL };
  static const char *const all_expected[] = { "accepted|differs", "expected|differs", "-|differs" };
  static const char *const one[] = { "f1 k1 5", "f8 k1 6", NULL };
  static const char *const one_expected[] = { "-|differs; before: 5.00, expected, 2026-10-02",
                                              "-|differs; before: 5.00, expected, 2026-10-02" };

  decide (resolutions, "f1", "k1", "5.00", "accepted", "2026-10-01");
  decide (resolutions, "f2", "k1", "5.00", "expected", "2026-10-02");
  assert_applied (resolutions, all, all_expected);
  assert_applied (resolutions, one, one_expected);
}
END_TEST

/* Of several that are gone the last decided is told. */
START_TEST (the_last_decision_is_told)
{
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  static const char *const findings[] = { "f9 k1 9", NULL };
  static const char *const expected[] = { "-|differs; before: 5.00, corrected, 2026-10-03" };

  decide (resolutions, "f1", "k1", "5.00", "accepted", "2026-10-01");
  decide (resolutions, "f2", "k1", "6.00", "expected", "2026-10-02");
  decide (resolutions, "f1", "k1", "5.00", "corrected", "2026-10-03");
  assert_applied (resolutions, findings, expected);
}
END_TEST

START_TEST (four_words_are_known)
{
  ck_assert (resolutions_is_word ("accepted") && resolutions_is_word ("disputed"));
  ck_assert (resolutions_is_word ("corrected") && resolutions_is_word ("expected"));
  ck_assert (!resolutions_is_word ("Accepted") && !resolutions_is_word ("")
             && !resolutions_is_word (NULL));
}
END_TEST

START_TEST (carried_findings_are_kept)
{
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  char id[] = "f1";
  const CarriedFinding finding = { .finding_id = id, .code = "ACO401", .amount = "5.00" };

  resolutions_carry (resolutions, &finding);
  id[1] = '2';
  ck_assert_uint_eq (resolutions_carried (resolutions)->len, 1);
  const CarriedFinding *kept = g_ptr_array_index (resolutions_carried (resolutions), 0);
  ck_assert_str_eq (kept->finding_id, "f1");
  ck_assert_ptr_null (kept->customer_name);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("resolutions");
  TCase *tests = tcase_create ("resolutions");

  tcase_add_test (tests, a_resolved_id_carries_what_was_decided_last);
  tcase_add_test (tests, a_changed_amount_tells_what_was_decided_before);
  tcase_add_test (tests, a_second_finding_of_a_key_is_open_and_says_nothing);
  tcase_add_test (tests, of_equal_findings_none_is_resolved_when_fewer_are_there);
  tcase_add_test (tests, the_last_decision_is_told);
  tcase_add_test (tests, four_words_are_known);
  tcase_add_test (tests, carried_findings_are_kept);
  suite_add_tcase (suite, tests);
  return suite;
}
