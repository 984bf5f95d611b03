/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_MCA_OWNER_H
#define INPUT_MCA_MCA_OWNER_H

#include "base/slice.h"

/**
 * McaOwner: whose a resource is, as its id says: a path like
 * /providers/Microsoft.Billing/billingAccounts/A/billingProfiles/P/providers/... (credits contract
 * 1.1, "Whose it is"). All results are slices of @id, in the case that it has; empty: none.
 */

/** The segment after the one called @name (in lower case), without a trailing back-tick. */
Slice mca_owner_segment (Slice id, const char *name);
/** The last segment. */
Slice mca_owner_last (Slice id);

#endif
