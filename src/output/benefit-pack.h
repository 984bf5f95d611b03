/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_BENEFIT_PACK_H
#define OUTPUT_BENEFIT_PACK_H

#include "output/pack-form.h"

/** The forms of `acorecon benefits`, and of the same with --profiles. Static. */
const PackForm *benefit_pack_report (void);
const PackForm *benefit_pack_profiles (void);

#endif
