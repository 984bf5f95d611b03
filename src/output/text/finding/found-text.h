/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_FOUND_TEXT_H
#define OUTPUT_TEXT_FOUND_TEXT_H

#include "core/report/money-places.h"
#include "core/report/report.h"
#include "output/text/text-style.h"

/**
 * FoundText: the findings of a report of any schema but the main one, as text: by severity, each
 * with its money, the place it stands on and its message. Before them a table by code; of many
 * findings of a code only the largest are listed (see output/text/finding/finding-digest).
 */
void found_text_render (const Report *report, const MoneyPlaces *places, const TextStyle *style,
                        GString *out);

/**
 * Whose or what a finding is about: names, or ids where there are none, and the month. Of texts as
 * they were read. (transfer full)
 */
GPtrArray *found_text_subject (const ReportTableInfo *findings, gconstpointer row,
                               const Language *language);

/** "2 errors, 1 notice"; "no findings". (transfer full) */
char *found_text_count (const Report *report, const Language *language);

#endif
