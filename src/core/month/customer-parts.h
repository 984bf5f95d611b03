/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_CUSTOMER_PARTS_H
#define CORE_MONTH_CUSTOMER_PARTS_H

#include <glib.h>

/**
 * CustomerParts: what the books hold, customer by customer. The rules about balances, invoices and
 * usage never look at two customers at a time, so what they need lives no longer than one.
 */
typedef struct CustomerParts CustomerParts;

/** One customer's share of the lists, in their order. */
typedef struct
{
  const char *customer;
  GPtrArray *credits; /* of const Credit * */
  GPtrArray *charges; /* of const ChargeTally * */
  GPtrArray *usage;   /* of const UsageTally * */
} CustomerPart;

/** The lists are those of the books, sorted by customer; they are borrowed. */
CustomerParts *customer_parts_new (const GPtrArray *credits, const GPtrArray *charges,
                                   const GPtrArray *usage);
void customer_parts_free (CustomerParts *self); /* NULL is fine */

/** The customers in the order of their ids' bytes; NULL at the end. Valid until the next call. */
const CustomerPart *customer_parts_next (CustomerParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CustomerParts, customer_parts_free)

#endif
