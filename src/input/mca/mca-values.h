/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_MCA_VALUES_H
#define INPUT_MCA_MCA_VALUES_H

#include "input/mca/mca-resource.h"

/**
 * McaValues: a resource as the record of its kind, in the book. Which members a kind has, and which
 * of them must be there, stands here (credits contract 1.1, "Used members").
 */

/** What a resource tells about the page that it is on. */
typedef struct
{
  gboolean is_newer;      /* it has members that only the API of 2023 has */
  JsonTokenType profiles; /* of an account: that of its billingProfiles; JSON_TOKEN_END: none */
} McaTold;

/** @file: of the book. What is wrong is refused by @resource, and the record is then of no use. */
McaTold mca_values_take (McaResource *resource, McaKind kind, const char *file, McaBook *book);

#endif
