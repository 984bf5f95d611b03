/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_PACK_SHEETS_H
#define APP_RUN_PACK_SHEETS_H

#include "core/answer/verification.h"
#include "store/database.h"

/**
 * For each version whose pack lies where the close put it, known by the digest of its report.json:
 * whether close.txt and close.html are, byte for byte, what is made again from the history. Adds a
 * breach to @report for each that is not. Packs that are elsewhere now, or were replaced, and those
 * of a program that wrote no sheets are passed over. FALSE with @error when the history cannot be
 * read.
 */
gboolean pack_sheets_find_breaches (Database *database, Report *report, GError **error);

#endif
