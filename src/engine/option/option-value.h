/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_OPTION_VALUE_H
#define ENGINE_OPTION_OPTION_VALUE_H

#include "base/calendar.h"
#include "base/slice.h"
#include "engine/option/options.h"

/** Words of the command line as values. They have one form only, whatever the files may have. */

/**
 * "--month: found "Oct", expected a month like 2026-10". Always FALSE, with RECON_ERROR_USAGE.
 */
gboolean option_value_refuse (OptionId option, const char *found, const char *expected,
                              GError **error);

/**
 * The same of an option that takes one of several words: "--format: found "jsn", expected text,
 * json, csv or focus; did you mean json?". @choices: NULL-terminated; NULL: those that its argument
 * is made of in the table of options.
 */
gboolean option_value_refuse_choice (OptionId option, const char *found, const char *const *choices,
                                     GError **error);

/** "2026-10" and "2026-10-31"; FALSE: it is something else. */
gboolean option_value_month (const char *text, Month *month);
gboolean option_value_day (const char *text, Day *day);

/**
 * Digits alone, within these bounds; else FALSE, and *number stays. Not by GLib, which asks errno:
 * that another thread may make wrong.
 */
gboolean option_value_number (const char *text, guint64 least, guint64 most, guint64 *number);

/** "64G", "500M", "1024": bytes, in powers of 1024; at least 1. */
gboolean option_value_size (const char *text, guint64 *size);

/** An id of a customer as the report writes it: "{1F0E...}" is "1f0e...". (transfer full) */
char *option_value_customer (const char *text);

/** The invoice number of "G012345678=2026-10", maybe empty; borrowed. */
Slice option_value_invoice (const char *text);

/** Threads, from 1 to JOBS_MAX; NULL: as many as there are processors. */
gboolean option_value_jobs (const char *text, guint *jobs);

#endif
