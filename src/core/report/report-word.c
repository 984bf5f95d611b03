/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-word.h"

#include "base/language/language.h"

ReportWord
report_word_of_tie_out (TieOutResult result)
{
  static const ReportWord words[] = {
    [TIE_OUT_NOT_COMPARABLE] = { N_ ("not-comparable"), TONE_DOUBT },
    [TIE_OUT_AGREES] = { N_ ("agrees"), TONE_PLAIN },
    [TIE_OUT_ROUNDING] = { N_ ("rounding"), TONE_DOUBT },
    [TIE_OUT_DIFFERS] = { N_ ("differs"), TONE_BAD },
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
    [USAGE_DIFFERS] = { N_ ("differs"), TONE_BAD },
    [USAGE_ONLY_USAGE] = { N_ ("only-usage"), TONE_PLAIN },
    [USAGE_ONLY_INVOICE] = { N_ ("only-invoice"), TONE_PLAIN },
    [USAGE_AGREES] = { N_ ("agrees"), TONE_PLAIN },
  };

  g_assert (result < G_N_ELEMENTS (words));
  return words[result];
}

ReportWord
report_word_of_state (AgreementState state)
{
  static const ReportWord words[] = {
    [AGREEMENT_NOT_STARTED] = { N_ ("not-started"), TONE_PLAIN },
    [AGREEMENT_EXPIRED] = { N_ ("expired"), TONE_BAD },
    [AGREEMENT_USED] = { N_ ("used"), TONE_PLAIN },
    [AGREEMENT_UNREPORTED] = { N_ ("unreported"), TONE_DOUBT },
    [AGREEMENT_EXPIRING] = { N_ ("expiring"), TONE_DOUBT },
    [AGREEMENT_ACTIVE] = { N_ ("active"), TONE_PLAIN },
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
