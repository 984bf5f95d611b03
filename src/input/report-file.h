/* SPDX-License-Identifier: MIT */
#ifndef INPUT_REPORT_FILE_H
#define INPUT_REPORT_FILE_H

#include "core/answer/saved-report.h"

/**
 * A report.json of an earlier run (schema acorecon.report/1), read back. Of its tables only those
 * are looked at that a SavedReport has: findings, tieout, waterfall, rollforward.
 */

/**
 * NULL with RECON_ERROR_INPUT: it cannot be read, is larger than REPORT_FILE_BYTES_MAX, is no JSON
 * ("report.json:12:5: ..."), no such report, or a member is not what it must be
 * ("report.json: findings[3].amount: ..."). (transfer full)
 */
SavedReport *report_file_read (const char *path, GError **error);

/** The same of @text; @path is only named. */
SavedReport *report_file_parse (const char *path, const char *text, gsize length, GError **error);

#endif
