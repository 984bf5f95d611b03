/* SPDX-License-Identifier: MIT */
#ifndef STORE_MONTH_SUMMARY_H
#define STORE_MONTH_SUMMARY_H

#include "core/answer/month-list.h"
#include "store/database.h"

/**
 * What a version of a month comes to: figures per currency and how many findings it has, kept
 * beside it so that looking over many months need not read them (docs/history.md, "Sums"). No
 * digest and no event covers it: it follows from what they cover.
 */

/** Reckons it and keeps it, inside a transaction of who calls. FALSE with @error. */
gboolean month_summary_write (Database *database, const char *month, gint64 version,
                              GError **error);

/**
 * As it is kept, else as it is reckoned: ListFigures, whose currencies are texts of @texts, and how
 * many findings. NULL with @error. (transfer full)
 */
GArray *month_summary_read (Database *database, const char *month, gint64 version,
                            GStringChunk *texts, guint64 *findings, GError **error);

/** Whether what is kept is what would be reckoned. FALSE also with @error. */
gboolean month_summary_is_right (Database *database, const char *month, gint64 version,
                                 GError **error);

#endif
