/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_PRINT_H
#define APP_RUN_PRINT_H

#include <glib.h>

/** Prints @text on standard output. FALSE with RECON_ERROR_OUTPUT or RECON_ERROR_PIPE. */
gboolean print_text (const GString *text, GError **error);

#endif
