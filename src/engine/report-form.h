/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_REPORT_FORM_H
#define ENGINE_REPORT_FORM_H

#include "output/pack-form.h"

/**
 * ReportForm: the forms of the main report by their names, each alone: the words of --format and
 * --journal, "html", "xlsx", "rejects", and each CSV of a pack by its name there.
 */

/** From 0 on; NULL: no more. Static. */
const char *report_form_name (gsize index);

/**
 * Writes the form @name of a report into @sink. FALSE with RECON_ERROR_USAGE: there is no such
 * form; a workbook also with RECON_ERROR_OUTPUT. Failures of other forms stay in the sink.
 */
gboolean report_form_write (const char *name, const PackContent *content, Sink *sink,
                            GError **error);

#endif
