/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_PEC_JSON_H
#define OUTPUT_TABLE_PEC_JSON_H

#include "core/answer/pec-report.h"
#include "output/sink.h"

#define PEC_SCHEMA "acorecon.pec/1"

/**
 * The answer of `acorecon pec` as JSON: one object with the tables pec_months and pec_lost.
 * @reliable: no row was set aside or read twice (see report_is_reliable()). @exit_status: of the
 * run.
 */
void pec_json_write (const PecReport *report, gboolean reliable, int exit_status, Sink *sink);

#endif
