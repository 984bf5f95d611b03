/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_DIFF_PACK_H
#define OUTPUT_DIFF_PACK_H

#include "output/pack-form.h"

/** The forms of a diff (core/answer/month-diff), and the folder that holds them. Static. */
const PackForm *diff_pack_form (void);

#endif
