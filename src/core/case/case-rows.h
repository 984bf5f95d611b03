/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_ROWS_H
#define CORE_CASE_CASE_ROWS_H

#include "core/report/report.h"

/** Case rows: the table of cases of a report. */

/**
 * Fills the table of cases of @report, which is sorted and has none yet. Where findings have no
 * ids, nobody looks at ids and tickets, and cases do without. @most: of cases of one finding only
 * that many of a currency get a row; G_MAXSIZE: all.
 */
void case_rows_add (Report *report, gsize most);

#endif
