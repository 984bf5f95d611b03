/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_LOGO_H
#define OUTPUT_STATEMENT_STATEMENT_LOGO_H

#include <glib.h>

/** The largest picture that is taken: it goes into every statement. */
#define STATEMENT_LOGO_BYTES_MAX (512 * 1024)

/**
 * The picture in the file @path, PNG or JPEG by its first bytes, as a "data:" URI. NULL with
 * RECON_ERROR_INPUT when it cannot be read, is neither, or is too large. (transfer full)
 */
char *statement_logo_load (const char *path, GError **error);

#endif
