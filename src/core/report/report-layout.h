/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_LAYOUT_H
#define CORE_REPORT_REPORT_LAYOUT_H

#include "core/report/report-rows.h"

/**
 * How reports are laid out: the tables of each schema, their columns, which every form is written
 * from, and the order of their rows. The main report (spec sections 4 and 5) is one of several;
 * each of the others keeps its schema in the wing of its rows.
 */

/* How one member of a row takes part in the order of its table. Null comes first in every type:
   "", MONTH_NONE and line 0 are the smallest of their kind. */
typedef enum
{
  ORDER_TEXT,         /* by bytes */
  ORDER_TEXT_NO_CASE, /* by bytes of the lower case, for what is printed in the case it had */
  ORDER_MONTH,
  ORDER_DAY,
  ORDER_CODE, /* the enumeration ascends like the codes' texts */
  ORDER_LINE,
  ORDER_DECIMAL,
  ORDER_AMOUNT /* unknown first */
} OrderType;

typedef struct
{
  OrderType type;
  gsize offset;
} OrderKey;

typedef struct
{
  ReportTableInfo info;
  const OrderKey *order; /* NULL: rows stay in the order in which they came */
  gsize order_count;
  const ReportTableInfo *held; /* what rows are held by where that is more; NULL: their columns */
} TableLayout;

/** Everything by which a report of one kind is held and written; static. */
typedef struct
{
  const char *name;            /* "acorecon.mca/1" */
  const ReportTableInfo *head; /* single members before the tables; NULL: see report-json */
  const TableLayout *tables;   /* in the order of the schema */
  guint table_count;           /* at most REPORT_TABLE_COUNT */
  guint findings; /* which of them is that of the findings; table_count: there is none */
} ReportSchema;

/* Entries of the tables. */
#define REPORT_COLUMN(Row, member, type) \
  { \
#member, type, G_STRUCT_OFFSET(Row, member), 0, NULL, FALSE \
  }
#define REPORT_COLUMN_SENTENCE(Row, member) \
  { \
#member, COLUMN_TEXT, G_STRUCT_OFFSET(Row, member), 0, NULL, TRUE \
  }
#define REPORT_COLUMN_AS(name, Row, member, type) \
  { \
    name, type, G_STRUCT_OFFSET (Row, member), 0, NULL, FALSE \
  }
#define REPORT_COLUMN_DAYS(Row, member) \
  { \
#member, COLUMN_DAYS, G_STRUCT_OFFSET(Row, member), G_STRUCT_OFFSET(Row, member##_known), \
        NULL, FALSE \
  }
#define REPORT_COLUMN_ROWS(Row, member, info) \
  { \
#member, COLUMN_ROWS, G_STRUCT_OFFSET(Row, member), 0, info, FALSE \
  }
#define REPORT_ORDER(Row, member, type) \
  { \
    type, G_STRUCT_OFFSET (Row, member) \
  }
#define REPORT_INFO(name, Row, columns) \
  { \
    name, sizeof (Row), columns, G_N_ELEMENTS (columns) \
  }
#define REPORT_TABLE(name, Row, columns, order) \
  { \
    REPORT_INFO (name, Row, columns), order, G_N_ELEMENTS (order), NULL \
  }
#define REPORT_TABLE_AS_READ(name, Row, columns) \
  { \
    REPORT_INFO (name, Row, columns), NULL, 0, NULL \
  }

/** That of the main report, "acorecon.report/1". */
const ReportSchema *report_layout_main (void);

/** The same with what was decided about findings, where there is a history. */
const ReportSchema *report_layout_resolved (void);
/** Whether it is one of these two. */
gboolean report_layout_is_main (const ReportSchema *schema);

/** Of the main report. Never NULL; static. */
const TableLayout *report_layout (ReportTable table);

/** What a row of that table is held by. */
const ReportTableInfo *report_layout_held (const TableLayout *self);

/** <0, 0 or >0, as the row @a stands before, beside or behind the row @b of that table. */
int report_layout_compare (const TableLayout *self, gconstpointer a, gconstpointer b);

#endif
