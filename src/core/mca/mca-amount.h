/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_AMOUNT_H
#define CORE_MCA_MCA_AMOUNT_H

#include "core/mca/mca-record.h"

/** McaAmounts: sums and currencies of the amounts of a resource (credits contract 1.2). */

/** Unknown where one of them is. */
Amount mca_amount_add (Amount a, Amount b);
Amount mca_amount_subtract (Amount a, Amount b);
/** What is unknown counts as 0. */
Decimal mca_amount_or_zero (Amount amount);
gboolean mca_amount_is_beyond (Decimal difference, Decimal tolerance);

/* The currency that a resource counts in, or NULL; and whether it names several. */

const char *mca_amount_currency_of_balance (const McaBalance *balance);
const char *mca_amount_currency_of_lot (const McaLot *lot);
const char *mca_amount_currency_of_event (const McaEvent *event);
gboolean mca_amount_is_mixed_balance (const McaBalance *balance);
gboolean mca_amount_is_mixed_lot (const McaLot *lot);
gboolean mca_amount_is_mixed_event (const McaEvent *event);

#endif
