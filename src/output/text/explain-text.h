/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_EXPLAIN_TEXT_H
#define OUTPUT_TEXT_EXPLAIN_TEXT_H

#include <glib.h>

#include "base/language/language.h"
#include "core/case/case-rule.h"
#include "core/report/finding.h"

/**
 * What `acorecon explain` prints: the tables of findings and of cases as text for people, 80
 * columns wide. Plain ASCII; knows no terminal.
 */

/** Appends one line per code: code, usual severity, name; then one per case. */
void explain_text_render_list (const Language *language, GString *out);

/** Appends all that is known about @code. */
void explain_text_render_code (FindingCode code, const Language *language, GString *out);
/** Appends all that is known about cases of @rule. */
void explain_text_render_case (CaseRule rule, const Language *language, GString *out);

#endif
