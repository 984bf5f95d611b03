/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_EVENT_TIME_H
#define APP_RUN_EVENT_TIME_H

#include <glib.h>

/**
 * The time of an event in the history, YYYY-MM-DDTHH:MM:SSZ: the only clock in the program.
 * SOURCE_DATE_EPOCH stands in for it where the same bytes are to come out later.
 */

/** NULL with RECON_ERROR_USAGE: SOURCE_DATE_EPOCH is no whole number of seconds. (transfer full) */
char *event_time_now (GError **error);

#endif
