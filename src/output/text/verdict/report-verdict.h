/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_VERDICT_REPORT_VERDICT_H
#define OUTPUT_TEXT_VERDICT_REPORT_VERDICT_H

#include "base/language/language.h"
#include "core/report/report.h"

/** What the verdict begins with, which is what remains of it at a glance. */
typedef enum
{
  VERDICT_NOT_RELIABLE,   /* why, and then "As read, ACO": rows set aside or read twice */
  VERDICT_NOT_RECONCILED, /* "ACO not reconciled": nothing could be compared */
  VERDICT_RECONCILED      /* "ACO reconciled" */
} VerdictKind;

VerdictKind report_verdict_kind (const Report *report);

/**
 * The verdict of a report in one sentence: what agrees, what does not, how much money per
 * currency, how many findings; before it, when the figures are not reliable, why
 * (output/text/reliability-words), and when only a part is shown, which. Differences are added
 * without their signs, so that they cannot cancel each other. Plain printable text in one line.
 * (transfer full)
 */
char *report_verdict (const Report *report, const Language *language);
/** The same for a program: in English, numbers are not grouped. (transfer full) */
char *report_verdict_plain (const Report *report);

#endif
