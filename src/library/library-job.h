/* SPDX-License-Identifier: MIT */
#ifndef LIBRARY_LIBRARY_JOB_H
#define LIBRARY_LIBRARY_JOB_H

#include <acorecon.h>

#include "engine/option/options.h"

/** What a job of acorecon.h holds, for its report. */

/** The options that were set, with all that reports may be asked for. NULL with @error. */
Options *library_job_options (const AcoreconJob *self, GError **error);

/* What is read and how it is called, NULL-terminated; (transfer full), and with g_strfreev(). */
char **library_job_paths (const AcoreconJob *self);
char **library_job_names (const AcoreconJob *self);

#endif
