/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_PACK_H
#define OUTPUT_PACK_H

#include "output/pack-form.h"

/**
 * The report pack: all forms of one report in a folder. The one table of its files: what they are
 * called, when they are wanted, and who writes them.
 */

/** The forms of a report; its kind says how an earlier pack is known. */
const PackForm *pack_form (void);
/** That of pack_form(). */
const PackKind *pack_kind (void);

/**
 * Writes every file of the pack into @output, whose kind is pack_kind(), with the workbook beside
 * them. FALSE with RECON_ERROR_OUTPUT or RECON_ERROR_INTERNAL; failures to write a single file may
 * only be told by output_set_prepare().
 */
gboolean pack_write (const PackContent *content, OutputSet *output, PackProgressFunc tell,
                     gpointer tell_data, GError **error);

#endif
