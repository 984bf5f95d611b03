/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_LAYOUT_H
#define CORE_REPORT_REPORT_LAYOUT_H

#include "core/report/report-rows.h"

/**
 * The tables of the report: their columns, which every form is written from, and the order of
 * their rows (spec sections 4 and 5). For the report alone; writers ask report_table_info().
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
  const OrderKey *order;
  gsize order_count;
} TableLayout;

/** Never NULL; static. */
const TableLayout *report_layout (ReportTable table);

#endif
