/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_FINDING_FINDING_HEADING_H
#define OUTPUT_TEXT_FINDING_FINDING_HEADING_H

#include "core/report/finding.h"
#include "output/text/text-style.h"

/**
 * FindingHeading: the line that a listed finding begins with: its code, whose or what it is about,
 * month and amount, and where it stands. Names are shortened, the widest first, until they share a
 * line with month and amount, as the columns of tables are; nothing else is ever cut. What follows
 * month and amount goes to a new line where there is no room.
 */
typedef struct FindingHeading FindingHeading;

/** Where the lines under a code begin. */
#define FINDING_HEADING_INDENT 8

FindingHeading *finding_heading_new (void);
void finding_heading_free (FindingHeading *self); /* NULL is fine */

/* In the order in which they stand; of texts as they were read. NULL and "" are nothing. */

/** @tail: columns at its end that stay (see printable_shorten()). */
void finding_heading_add_name (FindingHeading *self, const char *text, gsize tail);
/** A month, an amount. */
void finding_heading_add_fact (FindingHeading *self, const char *text);
/** A file with its line, a subject. */
void finding_heading_add_place (FindingHeading *self, const char *text);

/** @code in @emphasis and what was added, with the end of the line. */
void finding_heading_append (const FindingHeading *self, const char *code, TextEmphasis emphasis,
                             const TextStyle *style, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FindingHeading, finding_heading_free)

#endif
