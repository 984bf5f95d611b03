/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONTHS_SHEET_WORDS_H
#define OUTPUT_MONTHS_SHEET_WORDS_H

#include "base/language/language.h"
#include "core/answer/close-sheet.h"

/**
 * What the sheet of a close says, whatever its form, in the language of its readers; texts from
 * outside, ids, codes, names of files and hashes are as they are.
 */

/** "Close of 2026-10, version 1" (transfer full) */
char *sheet_words_title (const Language *language, const CloseSheet *sheet);

/** A fact of the sheet: "Prepared by", and who. */
typedef struct
{
  const char *name;
  char *value;
  gboolean is_digest; /* 64 hex digits */
} SheetFact;

void sheet_words_fact_free (gpointer fact);

/** Who, when, why and how. (transfer full) */
GPtrArray *sheet_words_who (const Language *language, const CloseSheet *sheet); /* of SheetFact * */
/** What proves it: the hash of the event and of the one before, of the content, of report.json. */
GPtrArray *sheet_words_proof (const Language *language, const CloseSheet *sheet);

#define SHEET_FIGURES 8
/** "Used, by the balance report": what figure @which is, from 0. */
const char *sheet_words_figure (const Language *language, guint which);
const Amount *sheet_words_figure_of (const ListFigures *row, guint which);

/** "ACO401 error, 2026-10": what a finding is; then what it is about: "f2519accaf74778ba, customer
 * c1, agreement a1, invoice or file G1/p1/s1". (transfer full) */
char *sheet_words_finding (const Language *language, const SheetFinding *finding);
char *sheet_words_about (const Language *language, const SheetFinding *finding);
/** "accepted by Bo, 2026-11-02: agreed by mail"; NULL: nobody decided. (transfer full) */
char *sheet_words_decision (const Language *language, const SheetFinding *finding);

/** "open: 3 findings (2 errors, 1 warning)" (transfer full) */
char *sheet_words_count (const Language *language, const CloseSheet *sheet, SheetStanding standing);
/** "and 7 more, which findings.csv has"; NULL: all are shown. (transfer full) */
char *sheet_words_rest (const Language *language, gsize count, gsize shown, const char *where);

#endif
