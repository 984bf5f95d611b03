/* SPDX-License-Identifier: MIT */
#ifndef APP_SANDBOX_CALL_FILTER_H
#define APP_SANDBOX_CALL_FILTER_H

#include <glib.h>

/**
 * CallFilter: system calls that no run needs, refused by the kernel's seccomp with EPERM: to run
 * other programs, to look into other processes, to change the system, and sockets. A call that
 * is younger than this list does not exist (ENOSYS), as on an older kernel. (ADR 14)
 */

/** 1: a build with sanitizers, at whose end another process looks for what was lost; it may begin.
 */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define CALL_FILTER_FOR_SANITIZERS 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CALL_FILTER_FOR_SANITIZERS 1
#endif
#endif
#ifndef CALL_FILTER_FOR_SANITIZERS
#define CALL_FILTER_FOR_SANITIZERS 0
#endif

/** Whether the kernel has it, and this list knows the processor. */
gboolean call_filter_is_there (void);

/**
 * For this thread and those that it begins; nothing takes it back. @with_network: sockets stay.
 * Does nothing where call_filter_is_there() says so. FALSE with RECON_ERROR_INTERNAL.
 */
gboolean call_filter_enforce (gboolean with_network, GError **error);

#endif
