/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_H
#define CORE_REPORT_REPORT_H

#include "core/report/report-layout.h"
#include "core/report/report-origin.h"
#include "core/report/report-part.h"
#include "core/report/report-rows.h"
#include "core/report/resolutions.h"
#include "core/report/row-pack.h"

/**
 * Report: a finished result: the tables of one schema, sorted, and immutable once report_sort() has
 * been called. Does not know how it was found nor how it looks; every form (text, JSON, CSV, ...)
 * is written from it and from its column tables, so that all forms agree.
 *
 * The main one (spec section 5, acorecon.report/1) is made by report_new(); what speaks of
 * ReportTable names its tables. Of any other, a table is its number in the schema.
 */

/** Never NULL; static. */
const ReportTableInfo *report_table_info (ReportTable table);

typedef struct Report Report;

/** The main report. */
Report *report_new (Day as_of, gboolean complete);
/** A report of any schema, which is borrowed. */
Report *report_new_of (const ReportSchema *schema);
/** For what is shown of the main report @whole (see report-narrowing), which lives longer, as @part
    does: without rows, whose texts and lists may be those of the whole. */
Report *report_new_part (const Report *whole, const ReportPart *part);
void report_free (Report *self); /* NULL is fine */

/** The report that @self is a part of, whose figures and counts are told; else @self. */
const Report *report_whole (const Report *self);
const ReportPart *report_part (const Report *self); /* NULL: it is whole */

const ReportSchema *report_schema (const Report *self);

/**
 * Before its first row: the rows of @table are held in little room (row-pack), for there can be
 * very many. Those of the main report are so where they need to be.
 */
void report_pack (Report *self, guint table);

/** The members before the tables, a row of schema->head: copied, its texts as in report_append().
 */
void report_set_head (Report *self, gconstpointer row);
/** NULL: none was set. */
gconstpointer report_head (const Report *self);

/** A copy of @text that lives as long as the report; NULL and "" give NULL. */
const char *report_text (Report *self, const char *text);

/** The same of a text that neither changes nor goes before the report is sorted: found by where it
    stands. */
const char *report_text_of_book (Report *self, const char *text);

/** Appends a copy of *row, whose texts must live as long as the report (see report_text()); but for
    a sentence that is not too long (row-sentence), which is copied too. */
void report_append (Report *self, guint table, gconstpointer row);

/** Appends the rows of @other to each table and takes their texts over. @other is then gone. */
void report_take (Report *self, Report *other);

/**
 * Sorts every table as spec sections 4 and 5 say (inputs stay in reading order), and gives findings
 * their ids and keys, for which the origin must be set.
 */
void report_sort (Report *self);

/** Before report_sort(): nobody will look at ids and keys, so findings do without (report_resolve()
    gives them to all the same). */
void report_leave_unnamed (Report *self);

/**
 * After report_sort(): findings of the main report get what was decided about them, and their table
 * the columns for it. @resolutions belongs to the report from here on.
 */
void report_resolve (Report *self, Resolutions *resolutions);
const Resolutions *report_resolutions (const Report *self); /* NULL: nobody was asked */

/**
 * After report_sort(), and report_resolve() if it is called: the table of cases, in this order, and
 * what those come to that have no row in it (CaseRest, mostly none). Texts and lists must live as
 * long as the report (see report_text(), report_keep()).
 */
void report_set_cases (Report *self, const CaseRow *rows, gsize count, ReportSpan rest);
ReportSpan report_cases_rest (const Report *self);

/** @memory of g_malloc() goes with the report; gives it back. */
gpointer report_keep (Report *self, gpointer memory);

Day report_as_of (const Report *self);            /* DAY_NONE: there was no month to take it from */
gboolean report_is_complete (const Report *self); /* FALSE: rows were set aside */
/** FALSE: among the findings are rows set aside (ACO901), or an error ACO907 (rows read twice). */
gboolean report_is_reliable (const Report *self);
/** Texts are copied. Without a call: no month, no options. */
void report_set_origin (Report *self, const ReportOrigin *origin);
const ReportOrigin *report_origin (const Report *self);
gsize report_row_count (const Report *self, guint table);
/** How many findings there are of @code and @severity; counted as they came. */
gsize report_finding_count (const Report *self, FindingCode code, Severity severity);
/** Valid as long as the report and until it changes. Large tables take their whole room only where
 * they are read so. */
gconstpointer report_row (const Report *self, guint table, gsize index);

/** Room for one row of any table, and where the reading stands; all zeros before the first. */
typedef struct
{
  RowPackCursor cursor;
  union
  {
    AgreementRow agreement;
    RollForwardRow rollforward;
    TieOutRow tie_out;
    WaterfallRow waterfall;
    FindingRow finding;
    CreditDayRow credit_day;
    UsageTieOutRow usage_tie_out;
    guint64 other[64]; /* of another schema */
  } row;
} ReportBuffer;

/** Of a large table, rows at multiples of this are read without others: for who searches. */
#define REPORT_PAGE_ROWS ROW_PACK_PAGE_ROWS

/**
 * The same for who looks at one row after the other: valid until @buffer is used again. Reading on
 * costs least; each thread has a buffer of its own.
 */
gconstpointer report_read (const Report *self, guint table, gsize index, ReportBuffer *buffer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

#endif
