/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_CHARGE_FILE_H
#define INPUT_MCA_CHARGE_FILE_H

#include "core/mca/apply-charges.h"
#include "input/table/table-reader.h"

/** ChargeFile: a table of charges that credits may pay (credits contract 2, "Charges"). */

/** Its columns, for --map. */
const TableForm *charge_file_form (void);

/**
 * All rows of @content into @charges, whose book has its name as @file. FALSE with
 * RECON_ERROR_INPUT: the first bad row refuses it. *count: of the rows.
 */
gboolean charge_file_read (const TableContent *content, const TableFormat *format,
                           ApplyCharges *charges, guint64 *count, GError **error);

#endif
