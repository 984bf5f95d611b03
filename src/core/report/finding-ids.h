/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_FINDING_IDS_H
#define CORE_REPORT_FINDING_IDS_H

#include "core/report/report-rows.h"
#include "core/report/row-pack.h"

/**
 * FindingIds: names of findings that are the same in every run (spec section 5, "Ids of findings").
 * The key says what a finding is about, whatever its amount; the id adds the amount, and the place
 * among findings that are equal in all that. Neither knows files and lines, so that they do not
 * depend on names, order or cuts of files. Does not keep the texts it makes.
 */
typedef struct FindingIds FindingIds;

#define FINDING_ID_SIZE 18 /* a letter, 16 hex digits, and the end */

typedef struct
{
  char key[FINDING_ID_SIZE]; /* "k0123456789abcdef" */
  char id[FINDING_ID_SIZE];  /* "f0123456789abcdef" */
} FindingNames;

/** @month: that of --month, for findings that have none; MONTH_NONE: all months are reported. */
FindingIds *finding_ids_new (Month month);
void finding_ids_free (FindingIds *self); /* NULL is fine */

/** Of the next finding; they come in the order of the report. */
FindingNames finding_ids_next (FindingIds *self, const FindingRow *row);

/**
 * Whether @id is one that a finding like @row may have (code, customer, agreement, currency, month,
 * subject, amount; the rest is not asked for), whichever it is among those that are equal. A row
 * without a month may have been named by that of --month. *@names: its key and id.
 */
gboolean finding_ids_fit (const FindingRow *row, const char *id, FindingNames *names);

/** The same rows with their names, which go into @texts; they stand in the order of the report.
    @findings is then gone. (transfer full) */
RowPack *finding_ids_name_rows (RowPack *findings, Month month, GStringChunk *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FindingIds, finding_ids_free)

#endif
