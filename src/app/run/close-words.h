/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_CLOSE_WORDS_H
#define APP_RUN_CLOSE_WORDS_H

#include "app/option/close-options.h"
#include "core/report/report.h"
#include "store/seals.h"

/** What `acorecon close` says: of a seal, of one that is there. */

/** @content: of EventInput, NULL of a gap; @hash: of the event. */
void close_words_sealed (GString *out, const CloseOptions *options, gint64 version,
                         const Report *report, const GArray *inputs, const char *hash);

/** "2026-10 is sealed already, ..." */
void close_words_already (GString *out, const Seal *seal);

/** Why the month may not be sealed: RECON_ERROR_HISTORY. Always FALSE. */
gboolean close_words_refuse (SealOrder order, Month month, GError **error);

#endif
