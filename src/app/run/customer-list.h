/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_CUSTOMER_LIST_H
#define APP_RUN_CUSTOMER_LIST_H

#include <glib.h>

/** Customers (CustomerName) on standard output, at most ten. A CustomerWordListFunc. */
gboolean customer_list_print (const GArray *found, GError **error);

#endif
