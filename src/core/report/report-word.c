/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-word.h"

#include <string.h>

ReportWord
report_word_of_tie_out (TieOutResult result)
{
  static const ReportWord words[] = {
    [TIE_OUT_NOT_COMPARABLE] = { "not-comparable", TONE_DOUBT },
    [TIE_OUT_AGREES] = { "agrees", TONE_PLAIN },
    [TIE_OUT_ROUNDING] = { "rounding", TONE_DOUBT },
    [TIE_OUT_DIFFERS] = { "differs", TONE_BAD },
  };

  g_assert (result < G_N_ELEMENTS (words));
  return words[result];
}

gboolean
report_word_tie_out_agrees (TieOutResult result)
{
  return result == TIE_OUT_AGREES || result == TIE_OUT_ROUNDING;
}

ReportWord
report_word_of_usage (UsageResult result)
{
  static const ReportWord words[] = {
    [USAGE_DIFFERS] = { "differs", TONE_BAD },
    [USAGE_ONLY_USAGE] = { "only-usage", TONE_PLAIN },
    [USAGE_ONLY_INVOICE] = { "only-invoice", TONE_PLAIN },
    [USAGE_AGREES] = { "agrees", TONE_PLAIN },
  };

  g_assert (result < G_N_ELEMENTS (words));
  return words[result];
}

ReportWord
report_word_of_state (AgreementState state)
{
  static const ReportWord words[] = {
    [AGREEMENT_NOT_STARTED] = { "not-started", TONE_PLAIN },
    [AGREEMENT_EXPIRED] = { "expired", TONE_BAD },
    [AGREEMENT_USED] = { "used", TONE_PLAIN },
    [AGREEMENT_UNREPORTED] = { "unreported", TONE_DOUBT },
    [AGREEMENT_EXPIRING] = { "expiring", TONE_DOUBT },
    [AGREEMENT_ACTIVE] = { "active", TONE_PLAIN },
  };

  g_assert (state < G_N_ELEMENTS (words));
  return words[state];
}

ReportWord
report_word_of_severity (Severity severity)
{
  const ReportTone tone = severity == SEVERITY_ERROR     ? TONE_BAD
                          : severity == SEVERITY_WARNING ? TONE_DOUBT
                                                         : TONE_PLAIN;

  return (ReportWord){ finding_severity_name (severity), tone };
}

const char *
report_word_say (const Language *language, const char *word)
{
  static const char *const words[] = {
    /* Of a tie-out, and of usage against charges. */
    NC_ ("word", "agrees"), NC_ ("word", "rounding"), NC_ ("word", "differs"),
    NC_ ("word", "not-comparable"), NC_ ("word", "only-usage"), NC_ ("word", "only-invoice"),
    /* Of a credit. */
    NC_ ("word", "not-started"), NC_ ("word", "active"), NC_ ("word", "expiring"),
    NC_ ("word", "expired"), NC_ ("word", "used"), NC_ ("word", "unreported"),
    NC_ ("word", "canceled"), NC_ ("word", "lapsed"), NC_ ("word", "revoked"),
    NC_ ("word", "not-activated"), NC_ ("word", "suspended"), NC_ ("word", "pending"),
    NC_ ("word", "benefit"), NC_ ("word", "monthly"), NC_ ("word", "bulk"),
    /* Why credit does not pay. */
    NC_ ("word", "refund"), NC_ ("word", "not-covered"), NC_ ("word", "no-lot"),
    NC_ ("word", "sponsorship"), NC_ ("word", "outside-dates"), NC_ ("word", "exhausted"),
    /* Of a finding, and of what was decided about it. */
    NC_ ("word", "error"), NC_ ("word", "warning"), NC_ ("word", "notice"), NC_ ("word", "decided"),
    NC_ ("word", "accepted"), NC_ ("word", "disputed"), NC_ ("word", "corrected"),
    NC_ ("word", "expected"),
    /* Of a history, and of what became of a sealed month. */
    NC_ ("word", "sealed"), NC_ ("word", "reopened"), NC_ ("word", "superseded"),
    NC_ ("word", "close"), NC_ ("word", "restate"), NC_ ("word", "reopen"), NC_ ("word", "resolve"),
    NC_ ("word", "gap"), NC_ ("word", "new"), NC_ ("word", "gone"), NC_ ("word", "changed"),
    NC_ ("word", "renamed"), NC_ ("word", "amount"),
    /* Of its report pack. */
    NC_ ("word", "none"), NC_ ("word", "written"), NC_ ("word", "lost"),
    /* Of a file. */
    NC_ ("word", "aco-balance"), NC_ ("word", "invoice"), NC_ ("word", "daily-usage"),
    NC_ ("word", "skipped"), NC_ ("word", "legacy"), NC_ ("word", "yes"), NC_ ("word", "missing")
  };

  for (guint i = 0; language != NULL && word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return language_say_in (language, "word", word);
  return word;
}
