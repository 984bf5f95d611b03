/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_ORIGIN_H
#define CORE_REPORT_REPORT_ORIGIN_H

#include "base/calendar.h"

/** How the report was made: evidence for whoever has nothing but the report. */
typedef struct
{
  Month month;                /* the only month reported; MONTH_NONE: not one alone */
  const char *const *options; /* those that change what is reckoned or reported, as "--name=value"
                                 or "--name", by bytes; NULL-terminated; NULL: none */
  const char *config_file;    /* the name of a file that some of them come from, or NULL */
  guint later_months;         /* left out because they are later than --as-of */
  const GArray *baseline;     /* of Month: sealed months whose rows were used; NULL: no history */
} ReportOrigin;

/** A copy of its own, never without options; @origin NULL: of none. (transfer full) */
ReportOrigin *report_origin_copy (const ReportOrigin *origin);
void report_origin_free (ReportOrigin *copy); /* NULL is fine */

#endif
