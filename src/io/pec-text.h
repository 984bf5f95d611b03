/* SPDX-License-Identifier: MIT */
#ifndef IO_PEC_TEXT_H
#define IO_PEC_TEXT_H

#include "core/pec-report.h"
#include "io/text-style.h"

/**
 * The answer of `acorecon pec` as text for people. @reliability: what stands before everything
 * else (io/reliability-words); "" when nothing speaks against the figures.
 */
void pec_text_render (const PecReport *report, const char *reliability, const TextStyle *style,
                      GString *out);

/** Of a report without months: the sentence that says so, and of which months there is something.
 */
void pec_text_append_nothing (const PecReport *report, GString *out);

#endif
