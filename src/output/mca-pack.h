/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MCA_PACK_H
#define OUTPUT_MCA_PACK_H

#include "output/pack-form.h"

/** McaPack: the forms of the reports about credits of a Microsoft Customer Agreement. */

/** Of `acorecon mca`. */
const PackForm *mca_pack_report (void);
/** Of `acorecon mca apply`. */
const PackForm *mca_pack_apply (void);

#endif
