/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_REPORT_TEXT_AGREEMENTS_H
#define OUTPUT_TEXT_REPORT_TEXT_AGREEMENTS_H

#include "output/text/report-text-part.h"

/**
 * The agreements in the text report: those that expired, will soon or left the balance reports in
 * a table, with what is not certain of them below it; the others counted in a line.
 */
void report_text_agreements (const ReportText *self);

#endif
