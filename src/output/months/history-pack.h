/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONTHS_HISTORY_PACK_H
#define OUTPUT_MONTHS_HISTORY_PACK_H

#include "output/pack-form.h"

/** What `history --output` writes: the list as text, JSON and tables, and the page over time. */
const PackForm *history_pack_form (void);

#endif
