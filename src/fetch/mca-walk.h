/* SPDX-License-Identifier: MIT */
#ifndef FETCH_MCA_WALK_H
#define FETCH_MCA_WALK_H

#include "fetch/service-client.h"

/**
 * The requests of `fetch mca`: accounts with their profiles, then balance, lots and events of each
 * profile that is wanted, one after the other (credits contract, section 5). FALSE: see
 * ServiceClient and FetchStore.
 */
gboolean mca_walk (ServiceClient *client, const FetchPlan *plan, const ServiceReader *reader,
                   const FetchStore *store, GError **error);

#endif
