/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_PEC_TEXT_H
#define OUTPUT_TEXT_PEC_TEXT_H

#include "core/answer/pec-report.h"
#include "output/text/text-style.h"

/**
 * The answer of `acorecon pec` as text for people. @reliability: what stands before everything
 * else (output/text/reliability-words); "" when nothing speaks against the figures.
 */
void pec_text_render (const PecReport *report, const char *reliability, const TextStyle *style,
                      GString *out);

/** Of a report without months: the sentence that says so, and what months there are instead. */
void pec_text_append_nothing (const PecReport *report, const Language *language, GString *out);

#endif
