/* SPDX-License-Identifier: MIT */
#ifndef LIBRARY_LIBRARY_REPORT_H
#define LIBRARY_LIBRARY_REPORT_H

#include <acorecon.h>

#include "core/report/report.h"
#include "output/pack-form.h"

/** What a report of acorecon.h holds, for its cursors and forms. Everything is borrowed. */

/** As it is shown: without what "customer", "code" and "min" leave out. */
const Report *library_report_shown (const AcoreconReport *self);
const WritePlan *library_report_plan (const AcoreconReport *self);

/** What its forms are written from. */
PackContent library_report_content (const AcoreconReport *self);

/** The layout of a table; NULL: there is none of that number. */
const ReportTableInfo *library_report_table (const AcoreconReport *self, gsize table);

/** The column of that number among those of the CSV; NULL: there is none. */
const ReportColumn *library_report_column (const ReportTableInfo *table, gsize column);

#endif
