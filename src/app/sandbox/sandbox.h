/* SPDX-License-Identifier: MIT */
#ifndef APP_SANDBOX_SANDBOX_H
#define APP_SANDBOX_SANDBOX_H

#include "engine/option/options.h"

/**
 * Sandbox: what a run needs is known once its options are: from there on the process may open
 * nothing else, and call nothing that no run needs, as far as the kernel can see to it. (ADR 14)
 */

/**
 * Before anything is read but the configuration, and before there are threads. Nothing with
 * --no-sandbox. FALSE with RECON_ERROR_INTERNAL: the kernel could, and there is no memory for it.
 */
gboolean sandbox_enter (CommandMask command, const Options *options, GError **error);

/** What the kernel can do: "files (Landlock 7), system calls (seccomp)", or "none". */
void sandbox_describe (GString *out);

#endif
