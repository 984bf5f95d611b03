/* SPDX-License-Identifier: MIT */
#ifndef STORE_RESTATEMENT_H
#define STORE_RESTATEMENT_H

#include "store/history-layout.h"

/**
 * Restatement: what a month says now beside what was sealed of it, row by row: only rows that
 * differ. Both sides are versions in a database each, maybe one in memory. Pure looking.
 */
typedef struct Restatement Restatement;

/** A row that one side lacks, or whose figures differ. NULL cells are null. */
typedef struct
{
  ContentTable table;
  char **keys;   /* as many as its layout has */
  char **sealed; /* the other columns; NULL: the row is new */
  char **now;    /* NULL: the row is gone */
} RestatedRow;

/** One side of it; borrowed. */
typedef struct
{
  Database *database;
  const char *month;
  gint64 version;
} RestatementSide;

Restatement *restatement_new (const RestatementSide *sealed, const RestatementSide *now,
                              GError **error);
void restatement_free (Restatement *self); /* NULL is fine */

/** By table, then by their keys, null first, text by bytes. (transfer none) */
const GPtrArray *restatement_rows (const Restatement *self); /* of const RestatedRow * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restatement, restatement_free)

#endif
