/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_RESOLUTIONS_H
#define CORE_REPORT_RESOLUTIONS_H

#include "core/report/report-rows.h"
#include "core/report/row-pack.h"

/**
 * Resolutions: what people decided about findings, by the ids of these. A resolution never goes
 * away; of one id the last counts. Knows where they are kept as little as who decides.
 */
typedef struct Resolutions Resolutions;

/** Amount as in the JSON report; at: YYYY-MM-DDTHH:MM:SSZ. */
typedef struct
{
  const char *finding_id;
  const char *finding_key;
  const char *amount;
  const char *resolution;
  const char *note;
  const char *by;
  const char *at;
} Resolution;

/** A finding of a sealed month that somebody disputes still. Texts may be NULL but id and amount.
 */
typedef struct
{
  const char *finding_id;
  const char *code;
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *currency;
  const char *month; /* YYYY-MM */
  const char *amount;
} CarriedFinding;

/** "accepted", "disputed", "corrected", "expected". */
gboolean resolutions_is_word (const char *word);
/** All of them, NULL-terminated. */
const char *const *resolutions_words (void);

Resolutions *resolutions_new (void);
void resolutions_free (Resolutions *self); /* NULL is fine */

/** In the order in which they were made; texts are copied. */
void resolutions_add (Resolutions *self, const Resolution *resolution);
/** The last one of that id; NULL: none. */
const Resolution *resolutions_find (const Resolutions *self, const char *finding_id);

/** Texts are copied. */
void resolutions_carry (Resolutions *self, const CarriedFinding *finding);
/** Of const CarriedFinding *, in the order in which they came. */
const GPtrArray *resolutions_carried (const Resolutions *self);

/**
 * A finding whose id is resolved gets what was decided. One that is not, while an id of its key is
 * resolved that is not among @findings any more, tells at the end of its message what that was. Of
 * findings equal but for the ordinal none counts as resolved when fewer are there than ids were
 * resolved: which of them is gone, nobody can tell. Texts go into @texts. @findings have their ids.
 * Gives the same rows with what was decided; @findings is then gone. (transfer full)
 */
RowPack *resolutions_apply (const Resolutions *self, RowPack *findings, GStringChunk *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Resolutions, resolutions_free)

#endif
