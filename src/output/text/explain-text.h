/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_EXPLAIN_TEXT_H
#define OUTPUT_TEXT_EXPLAIN_TEXT_H

#include <glib.h>

#include "core/report/finding.h"

/**
 * What `acorecon explain` prints: the table of findings as text for people, 80 columns wide. Plain
 * ASCII; knows no terminal.
 */

/** Appends one line per code: code, usual severity, name. */
void explain_text_render_list (GString *out);

/** Appends all that is known about @code. */
void explain_text_render_code (FindingCode code, GString *out);

#endif
