/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_MCA_KIND_H
#define INPUT_MCA_MCA_KIND_H

#include "input/mca/mca-resource.h"

/** McaKinds: of which kind a resource is, told by its type or by what it has. */

/**
 * FALSE: it is of no kind, which @resource then refuses; so it does an answer that is an error
 * instead of a resource.
 */
gboolean mca_kind_of (McaResource *resource, McaKind *kind);

#endif
