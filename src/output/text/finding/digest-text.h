/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_FINDING_DIGEST_TEXT_H
#define OUTPUT_TEXT_FINDING_DIGEST_TEXT_H

#include "core/report/money-places.h"
#include "output/text/finding/finding-digest.h"
#include "output/text/text-style.h"

/** DigestText: what the text of findings says of all of them, around those that it lists. */

/**
 * A blank line and a table with a line for each severity and code: its name, how many and how much
 * in each currency. Nothing where nothing was found.
 */
void digest_text_append_codes (const FindingDigest *digest, const MoneyPlaces *places,
                               const TextStyle *style, GString *out);

/**
 * A blank line and "ERRORS (6)", or "ERRORS (26, 20 listed)", of a part "ERRORS (6 of 26)". FALSE,
 * and nothing, where none has this severity.
 */
gboolean digest_text_append_heading (const FindingDigest *digest, Severity severity,
                                     const TextStyle *style, GString *out);

/** How many are not listed, of which codes, and where they are; nothing where all are. */
void digest_text_append_rest (const FindingDigest *digest, const TextStyle *style, GString *out);

TextEmphasis digest_text_emphasis (Severity severity);

#endif
