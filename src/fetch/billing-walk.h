/* SPDX-License-Identifier: MIT */
#ifndef FETCH_BILLING_WALK_H
#define FETCH_BILLING_WALK_H

#include "fetch/service-client.h"

/**
 * The requests of `fetch billing`: an export is ordered, waited for, its manifest read and its
 * blobs brought, which alone may be at another host and are asked for without the token
 * (credits contract, section 5). FALSE: see ServiceClient and FetchStore.
 */
gboolean billing_walk (ServiceClient *client, const FetchPlan *plan, const ServiceReader *reader,
                       const FetchStore *store, GError **error);

#endif
