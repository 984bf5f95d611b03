/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_CREDIT_PACK_H
#define OUTPUT_CREDIT_PACK_H

#include "output/pack-form.h"

/** The forms of `acorecon credits`. Static. */
const PackForm *credit_pack_report (void);

#endif
