/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_OUTPUT_ERROR_H
#define OUTPUT_OUTPUT_ERROR_H

#include <glib.h>

/**
 * Sets RECON_ERROR_OUTPUT, "PATH: what is wrong; nothing was written", of which @format gives all
 * before the semicolon, and returns FALSE. For who can vouch for the rest.
 */
gboolean output_error_set (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

#endif
