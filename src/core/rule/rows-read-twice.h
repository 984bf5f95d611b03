/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_ROWS_READ_TWICE_H
#define CORE_RULE_ROWS_READ_TWICE_H

#include "core/book/row-overlap.h"
#include "core/rule/reckoning.h"

/** ACO907: files that hold rows which files before them hold too (spec section 2). */
void rows_read_twice_report (const Reckoning *reckoning);

/**
 * The overlaps of which that finding would be an error and is reported: figures of theirs are
 * doubled. @months NULL: whatever their month; @plan is not looked at then. Borrowed from @books.
 * (transfer container)
 */
GPtrArray *rows_read_twice_errors (const Books *books, const InvoiceMonths *months,
                                   const ReckonPlan *plan); /* of const RowOverlap * */

#endif
