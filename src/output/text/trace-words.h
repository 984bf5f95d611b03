/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_TRACE_WORDS_H
#define OUTPUT_TEXT_TRACE_WORDS_H

#include <glib.h>

#include "core/report/report.h"

/**
 * TraceWords: the command that lists the rows behind a finding, to be pasted into a shell. Every
 * word of it is quoted; a text that could do more than stand there (a control character, a word
 * that looks like an option) makes no command. Options of the run are not in it.
 */

/**
 * The folder or archive that holds all files of the report, as the report names them: "." where
 * they lie in none, NULL where they cannot be read again by name. (transfer full)
 */
char *trace_words_folder (const Report *report);

/**
 * "acorecon trace ID 2026-10 --figure used in"; NULL where there is none. @figure: aco, net, pec or
 * used; @folder may be NULL. (transfer full)
 */
char *trace_words_command (const FindingRow *row, const char *figure, const char *folder);

#endif
