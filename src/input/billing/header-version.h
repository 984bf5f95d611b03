/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_HEADER_VERSION_H
#define INPUT_BILLING_HEADER_VERSION_H

#include "input/billing/header.h"

/**
 * Which published version of its kind a header is, by the columns that versions differ in (spec
 * sections 7.1 and 7.4): "2021-06", "2025-07 (Graph attributes)". Static; never NULL.
 */
const char *header_version (const Header *header);

#endif
