/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_READ_MATCHES_H
#define INPUT_BILLING_READ_MATCHES_H

#include "input/billing/header.h"

/**
 * ReadMatches: which of the header names and credit reasons that the person who runs the program
 * gives stand in the files. Filled while they are read; what follows from a name that stands
 * nowhere is decided elsewhere.
 */
typedef struct ReadMatches ReadMatches;

/** Both are borrowed; @reasons: NULL-terminated, in lower case; NULL: none. */
ReadMatches *read_matches_new (const ColumnMap *map, const char *const *reasons);
void read_matches_free (ReadMatches *self); /* NULL is fine */

void read_matches_note_header (ReadMatches *self, const Header *header);
/** @reason: of an ACO credit line. Costs nothing when all reasons were met. */
void read_matches_note_reason (ReadMatches *self, Slice reason);

/** The header name at @index of the map was met elsewhere. */
void read_matches_set_header (ReadMatches *self, guint index);

/** Adds what was noted in @further, which was made for the same names. */
void read_matches_add (ReadMatches *self, const ReadMatches *further);

/** Of the header name, or the reason, at @index in the order they were given. */
gboolean read_matches_has_header (const ReadMatches *self, guint index);
gboolean read_matches_has_reason (const ReadMatches *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadMatches, read_matches_free)

#endif
