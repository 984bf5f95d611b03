/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_PACK_H
#define OUTPUT_PACK_H

#include "core/answer/close-sheet.h"
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

/** The sheet of a close in its forms, from 0 on: "close.txt", "close.html"; NULL: no more. */
const char *pack_sheet_name (guint form);
void pack_sheet_render (const CloseSheet *sheet, const Language *language, guint form,
                        GString *out);
/** Puts it into a pack that is not prepared yet. FALSE as with pack_write(). */
gboolean pack_write_sheet (const CloseSheet *sheet, const Language *language, OutputSet *output,
                           GError **error);

#endif
