/* SPDX-License-Identifier: MIT */
#ifndef INPUT_CHARGE_INPUT_H
#define INPUT_CHARGE_INPUT_H

#include "core/mca/apply-charges.h"
#include "input/input-set.h"
#include "input/table/table-reader.h"

/** ChargeInput: tables of charges, all files of an input set in the order of reading. */

/**
 * @max_input: bytes of the run, unpacked; 0: not limited. FALSE with RECON_ERROR_INPUT: the first
 * file that is refused.
 */
gboolean charge_input_read (const InputSet *inputs, const TableFormat *format, guint64 max_input,
                            ApplyCharges *charges, GError **error);

#endif
