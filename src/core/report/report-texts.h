/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_TEXTS_H
#define CORE_REPORT_REPORT_TEXTS_H

#include <glib.h>

/**
 * ReportTexts: copies of the texts that rows of a report point to. A text that comes again soon is
 * kept once; one that does not may be kept twice. For report alone.
 */
typedef struct ReportTexts ReportTexts;

ReportTexts *report_texts_new (void);
void report_texts_free (ReportTexts *self); /* NULL is fine */

/** A copy that lives as long as @self; NULL and "" give NULL. */
const char *report_texts_add (ReportTexts *self, const char *text);
/** The same of a text that neither changes nor goes before the last call: found by where it stands.
 */
const char *report_texts_add_of_book (ReportTexts *self, const char *text);

/** @memory of g_malloc() lives as long as @self, too; gives it back. */
gpointer report_texts_keep (ReportTexts *self, gpointer memory);

/** The texts of @other live as long as @self; @other is gone. */
void report_texts_take (ReportTexts *self, ReportTexts *other);

/** For who makes further texts that live as long. */
GStringChunk *report_texts_chunk (ReportTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportTexts, report_texts_free)

#endif
