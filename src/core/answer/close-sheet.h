/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_CLOSE_SHEET_H
#define CORE_ANSWER_CLOSE_SHEET_H

#include "core/answer/month-list.h"

/**
 * CloseSheet: what a close was, on a page or two to sign: who sealed which figures from which
 * files, which findings were open, resolved or carried then, and where it stands in the chain of
 * events. All of it follows from the history up to that close, whenever it is asked
 * (docs/history.md, "The sheet of a close"), so that it can be made again and compared. For that
 * it names customers by their ids alone: names change.
 */

/** How a finding stood at the close. */
typedef enum
{
  SHEET_OPEN,
  SHEET_RESOLVED,
  SHEET_CARRIED, /* of a month before, and disputed */
  SHEET_STANDING_COUNT
} SheetStanding;

/** "open", "resolved", "carried". */
const char *close_sheet_standing_name (SheetStanding standing);

/** Texts that do not apply are NULL. */
typedef struct
{
  const char *id;
  const char *code;
  const char *severity;
  const char *customer_id;
  const char *agreement_id;
  const char *currency;
  Month month; /* MONTH_NONE: of none */
  const char *subject;
  Decimal amount;
  const char *resolution; /* the last one before the close; NULL: none */
  const char *note;
  const char *by;
  const char *at;
} SheetFinding;

typedef struct
{
  ListMonth seal; /* its figures, too; state, pack and counts of findings are not told */
  guint64 event;  /* from 1 */
  const char *hash;
  const char *previous_hash;
  GArray *figures;                        /* of ListFigures, by currency */
  GArray *inputs;                         /* of ListInput, in their order */
  GArray *findings[SHEET_STANDING_COUNT]; /* of SheetFinding, see close_sheet_sort() */
  GStringChunk *texts;
} CloseSheet;

/** Without rows. (transfer full) */
CloseSheet *close_sheet_new (void);
void close_sheet_free (CloseSheet *self); /* NULL is fine */

/** @text as long as the sheet lives; NULL is NULL. */
const char *close_sheet_text (CloseSheet *self, const char *text);
/** Texts are those of the sheet. */
void close_sheet_add_finding (CloseSheet *self, SheetStanding standing,
                              const SheetFinding *finding);
/** The findings of each standing: errors first, the largest amount (without sign), then by id. */
void close_sheet_sort (CloseSheet *self);

/** As many findings and files as two sides of paper hold; the rest is counted. */
#define CLOSE_SHEET_FINDINGS 15
#define CLOSE_SHEET_FINDINGS_OF_EACH 5 /* of one standing, whatever there is of the others */
#define CLOSE_SHEET_INPUTS 10

/**
 * How many findings of @standing are shown, the first ones: those of each, and of what is left of
 * all in their order as many as there are.
 */
guint close_sheet_shown (const CloseSheet *self, SheetStanding standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CloseSheet, close_sheet_free)

#endif
