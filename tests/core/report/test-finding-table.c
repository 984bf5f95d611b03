/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* The contract: codes, names and severities as published. */
static const struct
{
  const char *code;
  const char *name;
  Severity severity;
  gboolean depends_on_case;
} published[] = {
  { "ACO101", "credit-decreased", SEVERITY_ERROR, FALSE },
  { "ACO102", "month-missing", SEVERITY_WARNING, FALSE },
  { "ACO103", "baseline-unknown", SEVERITY_WARNING, FALSE },
  { "ACO104", "grant-changed", SEVERITY_WARNING, FALSE },
  { "ACO105", "balance-negative", SEVERITY_ERROR, FALSE },
  { "ACO106", "duplicate-row", SEVERITY_NOTICE, FALSE },
  { "ACO107", "conflicting-row", SEVERITY_ERROR, FALSE },
  { "ACO108", "history-differs", SEVERITY_ERROR, FALSE },
  { "ACO109", "sealed-invoice-differs", SEVERITY_WARNING, FALSE },
  { "ACO110", "agreement-expired", SEVERITY_WARNING, TRUE },
  { "ACO111", "agreement-expiring", SEVERITY_NOTICE, FALSE },
  { "ACO112", "status-date-conflict", SEVERITY_WARNING, FALSE },
  { "ACO113", "used-after-expiry", SEVERITY_ERROR, FALSE },
  { "ACO114", "used-before-effective", SEVERITY_ERROR, FALSE },
  { "ACO115", "agreement-vanished", SEVERITY_WARNING, FALSE },
  { "ACO116", "terms-changed", SEVERITY_WARNING, FALSE },
  { "ACO117", "effective-after-expiry", SEVERITY_ERROR, FALSE },
  { "ACO118", "unknown-status", SEVERITY_WARNING, FALSE },
  { "ACO119", "agreement-unreported", SEVERITY_WARNING, FALSE },
  { "ACO201", "subtotal-mismatch", SEVERITY_WARNING, FALSE },
  { "ACO202", "total-mismatch", SEVERITY_WARNING, FALSE },
  { "ACO203", "credit-sign", SEVERITY_ERROR, FALSE },
  { "ACO204", "credit-unpaired", SEVERITY_WARNING, FALSE },
  { "ACO205", "credit-unclassified", SEVERITY_NOTICE, FALSE },
  { "ACO206", "credit-on-ineligible", SEVERITY_ERROR, FALSE },
  { "ACO207", "credit-without-agreement", SEVERITY_ERROR, FALSE },
  { "ACO208", "unbilled-lines", SEVERITY_NOTICE, FALSE },
  { "ACO209", "invoice-month-unclear", SEVERITY_WARNING, FALSE },
  { "ACO301", "aco-and-pec-together", SEVERITY_ERROR, FALSE },
  { "ACO302", "pec-while-aco-remained", SEVERITY_ERROR, FALSE },
  { "ACO303", "aco-after-pec", SEVERITY_WARNING, FALSE },
  { "ACO304", "uncovered-while-aco-remained", SEVERITY_WARNING, FALSE },
  { "ACO305", "pec-missing", SEVERITY_NOTICE, FALSE },
  { "ACO306", "aco-over-available", SEVERITY_ERROR, FALSE },
  { "ACO307", "aco-outside-window", SEVERITY_ERROR, FALSE },
  { "ACO401", "balance-invoice-difference", SEVERITY_ERROR, FALSE },
  { "ACO402", "invoice-usage-difference", SEVERITY_ERROR, TRUE },
  { "ACO403", "rounding-difference", SEVERITY_NOTICE, FALSE },
  { "ACO404", "currency-not-comparable", SEVERITY_WARNING, FALSE },
  { "ACO405", "no-invoice", SEVERITY_WARNING, FALSE },
  { "ACO406", "usage-charge-difference", SEVERITY_WARNING, FALSE },
  { "ACO407", "balance-report-missing", SEVERITY_WARNING, FALSE },
  { "ACO408", "nothing-compared", SEVERITY_WARNING, FALSE },
  { "ACO501", "will-forfeit", SEVERITY_NOTICE, FALSE },
  { "ACO502", "will-run-out", SEVERITY_NOTICE, FALSE },
  { "ACO901", "row-rejected", SEVERITY_ERROR, FALSE },
  { "ACO902", "unknown-columns", SEVERITY_NOTICE, FALSE },
  { "ACO903", "legacy-file", SEVERITY_NOTICE, FALSE },
  { "ACO904", "duplicate-file", SEVERITY_NOTICE, FALSE },
  { "ACO905", "excel-damage", SEVERITY_WARNING, FALSE },
  { "ACO906", "file-ignored", SEVERITY_NOTICE, FALSE },
  { "ACO907", "rows-read-twice", SEVERITY_ERROR, TRUE },
  { "BEN101", "activation-missed", SEVERITY_ERROR, FALSE },
  { "BEN102", "activate-soon", SEVERITY_WARNING, FALSE },
  { "BEN103", "activated-late", SEVERITY_WARNING, FALSE },
  { "BEN104", "reassigned-too-often", SEVERITY_ERROR, FALSE },
  { "BEN105", "used-too-much", SEVERITY_ERROR, FALSE },
  { "BEN106", "used-outside", SEVERITY_ERROR, FALSE },
  { "BEN107", "purchase-revoked", SEVERITY_ERROR, FALSE },
  { "BEN108", "reassignments-used-up", SEVERITY_NOTICE, FALSE },
  { "BEN109", "status-unknown", SEVERITY_WARNING, FALSE },
  { "BEN110", "credit-lapsed", SEVERITY_WARNING, FALSE },
  { "BEN111", "credit-will-lapse", SEVERITY_NOTICE, FALSE },
  { "BEN112", "benefit-expiring", SEVERITY_NOTICE, FALSE },
  { "BEN113", "status-date-conflict", SEVERITY_WARNING, FALSE },
  { "BEN114", "use-unknown", SEVERITY_ERROR, FALSE },
  { "BEN115", "use-currency", SEVERITY_ERROR, FALSE },
  { "BEN116", "user-not-supported", SEVERITY_ERROR, FALSE },
  { "BEN117", "user-twice", SEVERITY_ERROR, FALSE },
  { "BEN201", "profile-not-eligible", SEVERITY_NOTICE, FALSE },
  { "BEN202", "no-eligible-profile", SEVERITY_WARNING, FALSE },
  { "MCA101", "estimated-differs", SEVERITY_ERROR, FALSE },
  { "MCA102", "lots-differ", SEVERITY_ERROR, FALSE },
  { "MCA103", "event-balance-differs", SEVERITY_ERROR, FALSE },
  { "MCA104", "lot-out-of-range", SEVERITY_ERROR, FALSE },
  { "MCA105", "lot-expired-with-balance", SEVERITY_WARNING, FALSE },
  { "MCA106", "lot-expiring", SEVERITY_NOTICE, FALSE },
  { "MCA107", "lot-dates-reversed", SEVERITY_ERROR, FALSE },
  { "MCA108", "currency-mixed", SEVERITY_ERROR, FALSE },
  { "MCA109", "event-type-unknown", SEVERITY_WARNING, FALSE },
  { "MCA110", "event-sign", SEVERITY_WARNING, FALSE },
  { "MCA111", "invoice-number-odd", SEVERITY_NOTICE, FALSE },
  { "MCA112", "estimate-used-up", SEVERITY_WARNING, FALSE },
  { "MCA113", "events-end-elsewhere", SEVERITY_ERROR, FALSE },
  { "MCA114", "figure-estimated", SEVERITY_NOTICE, FALSE },
  { "MCA115", "page-missing", SEVERITY_ERROR, FALSE },
  { "MCA116", "repeated-resource", SEVERITY_NOTICE, FALSE },
  { "MCA117", "conflicting-resource", SEVERITY_ERROR, FALSE },
  { "MCA118", "profile-unknown", SEVERITY_NOTICE, FALSE },
  { "MCA119", "profiles-incomplete", SEVERITY_WARNING, FALSE },
  { "MCA201", "charge-not-covered", SEVERITY_NOTICE, FALSE },
  { "MCA202", "credit-exhausted", SEVERITY_WARNING, FALSE },
  { "MCA203", "credit-lapses", SEVERITY_WARNING, FALSE },
  { "MCA204", "charge-outside-dates", SEVERITY_NOTICE, FALSE },
  { "MCA205", "eligibility-differs", SEVERITY_NOTICE, FALSE },
  { "MCA206", "refund", SEVERITY_NOTICE, FALSE },
  { "MCA207", "no-lot", SEVERITY_NOTICE, FALSE },
  { "MCA208", "sponsorship-limit", SEVERITY_NOTICE, FALSE },
};

START_TEST (codes_names_and_severities_are_the_published_ones)
{
  const FindingInfo *info = finding_info ((FindingCode) _i);

  ck_assert_uint_eq (G_N_ELEMENTS (published), FINDING_CODE_COUNT);
  ck_assert_str_eq (info->code, published[_i].code);
  ck_assert_str_eq (info->name, published[_i].name);
  ck_assert_int_eq (info->severity, published[_i].severity);
  ck_assert_int_eq (info->severity_rule != NULL, published[_i].depends_on_case);
}
END_TEST

/* Whole sentences in plain ASCII, so that they can stand anywhere. */
static void
assert_sentence (const char *code, const char *text)
{
  ck_assert_msg (text != NULL && *text != '\0', "%s: a text is missing", code);
  ck_assert_msg (g_str_is_ascii (text), "%s: not ASCII: %s", code, text);
  ck_assert_msg (g_str_has_suffix (text, "."), "%s: no full stop: %s", code, text);
  ck_assert_msg (strstr (text, "  ") == NULL, "%s: two blanks: %s", code, text);
  ck_assert_msg (strchr (text, '\n') == NULL, "%s: a line end: %s", code, text);
}

START_TEST (every_code_is_explained_in_whole_sentences)
{
  const FindingInfo *info = finding_info ((FindingCode) _i);

  assert_sentence (info->code, info->meaning);
  assert_sentence (info->code, info->detection);
  assert_sentence (info->code, info->amount);
  assert_sentence (info->code, info->remedy);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-table");
  TCase *tcase = tcase_create ("finding-table");

  tcase_add_loop_test (tcase, codes_names_and_severities_are_the_published_ones, 0,
                       FINDING_CODE_COUNT);
  tcase_add_loop_test (tcase, every_code_is_explained_in_whole_sentences, 0, FINDING_CODE_COUNT);
  suite_add_tcase (suite, tcase);
  return suite;
}
