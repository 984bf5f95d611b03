/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_MONTH_SCRIPT_H
#define APP_RUN_MONTH_SCRIPT_H

#include <glib.h>

/**
 * A script for the end of a month, for any POSIX sh: reconciles it, says what to do where something
 * is open, else closes it. It stands beside a configuration file, and keeps the history and the
 * reports in its own folder.
 */

/** @config: what the configuration file is called; of letters, digits, '.' and '-'. */
void month_script_append (GString *out, const char *config);

#endif
