/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_CHECK_H
#define OUTPUT_XLSX_XLSX_CHECK_H

#include <glib.h>

#include "output/xlsx/xlsx-tally.h"

/**
 * Whether the workbook in the open file @fd holds what was written: an undamaged archive with every
 * part a workbook needs, each part complete, and @count sheets whose cells amount to @sheets. The
 * library that writes workbooks does not look whether its temporary files took everything, so that
 * a full disk leaves a workbook that opens without complaint and lacks most of its rows.
 *
 * FALSE with RECON_ERROR_OUTPUT, such as "sheet 3 holds 71 of 200000 cells", or with
 * RECON_ERROR_INTERNAL when there is no memory to tell. Reads every byte, wherever the position of
 * @fd is; needs little memory.
 */
gboolean xlsx_check (int fd, const XlsxTally *sheets, guint count, GError **error);

#endif
