/* SPDX-License-Identifier: MIT */
#ifndef CORE_ROWS_READ_TWICE_H
#define CORE_ROWS_READ_TWICE_H

#include "core/reckoning.h"

/** ACO907: files that hold rows which files before them hold too (spec section 2). */
void rows_read_twice_report (const Reckoning *reckoning);

#endif
