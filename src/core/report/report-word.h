/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_WORD_H
#define CORE_REPORT_REPORT_WORD_H

#include <glib.h>

#include "base/language/language.h"
#include "core/report/finding.h"

/**
 * ReportWord: the verdicts that rows of the report give, and the one word for each that all forms
 * say (spec section 5). Does not know by which rule a verdict was found.
 */

/** What the documents say of a customer's credit in a month (spec section 3, "Tie-out"). */
typedef enum
{
  TIE_OUT_NOT_COMPARABLE, /* the first: a row that nobody judged claims nothing */
  TIE_OUT_AGREES,         /* within the tolerance */
  TIE_OUT_ROUNDING,       /* beyond it, but no more than rounding of single lines explains */
  TIE_OUT_DIFFERS
} TieOutResult;

/** Daily usage against charges (spec section 3, "Usage against charges"). */
typedef enum
{
  USAGE_DIFFERS,
  USAGE_ONLY_USAGE,
  USAGE_ONLY_INVOICE,
  USAGE_AGREES
} UsageResult;

/** The state of an agreement at a day (spec section 3, "State"). */
typedef enum
{
  AGREEMENT_NOT_STARTED,
  AGREEMENT_EXPIRED,
  AGREEMENT_USED,
  AGREEMENT_UNREPORTED, /* its latest row is older than the latest balance rows of any credit */
  AGREEMENT_EXPIRING,
  AGREEMENT_ACTIVE
} AgreementState;

/** How a form may set a word off from others. */
typedef enum
{
  TONE_PLAIN,
  TONE_DOUBT, /* somebody should look at it */
  TONE_BAD    /* something does not hold, or is lost */
} ReportTone;

typedef struct
{
  const char *text; /* static; plain ASCII without a character that any form escapes */
  ReportTone tone;
} ReportWord;

/** "not-comparable", "agrees", "rounding", "differs". */
ReportWord report_word_of_tie_out (TieOutResult result);

/** It agrees, be it within the tolerance or within rounding. */
gboolean report_word_tie_out_agrees (TieOutResult result);

/** "differs", "only-usage", "only-invoice", "agrees". */
ReportWord report_word_of_usage (UsageResult result);

/** "not-started", "expired", "used", "unreported", "expiring", "active". */
ReportWord report_word_of_state (AgreementState state);

/** The text is finding_severity_name(). */
ReportWord report_word_of_severity (Severity severity);

/**
 * Any word that a form gives for a verdict, a state or a kind ("differs", "expired", "accepted"),
 * in the language; any other text as it is, NULL too.
 */
const char *report_word_say (const Language *language, const char *word);

#endif
