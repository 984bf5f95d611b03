/* SPDX-License-Identifier: MIT */
#ifndef STORE_HISTORY_LIST_H
#define STORE_HISTORY_LIST_H

#include "core/answer/month-list.h"
#include "store/database.h"

/**
 * HistoryList: what a history holds, as core/answer/month-list: all of it, or with @month (else
 * MONTH_NONE) the versions, files and events of one month and the resolutions of its findings.
 * Sorted.
 */
typedef struct HistoryList HistoryList;

/** NULL with @error: RECON_ERROR_HISTORY also where the month was never sealed. */
HistoryList *history_list_new (Database *database, Month month, GError **error);
void history_list_free (HistoryList *self); /* NULL is fine */

/** Belongs to the list. */
const Report *history_list_report (const HistoryList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryList, history_list_free)

#endif
