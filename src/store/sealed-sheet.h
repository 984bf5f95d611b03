/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEALED_SHEET_H
#define STORE_SEALED_SHEET_H

#include "core/answer/close-sheet.h"
#include "store/database.h"

/**
 * The sheet of a close, read back from the history: the version of the month, and what the events
 * before it had said. The same now as at the close, and in its transaction. NULL with @error,
 * RECON_ERROR_HISTORY also where there is no such version. (transfer full)
 */
CloseSheet *sealed_sheet_load (Database *database, Month month, gint64 version, GError **error);

#endif
