/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_NARROWING_H
#define CORE_REPORT_REPORT_NARROWING_H

#include "core/report/report.h"

/**
 * What is shown of the main report @whole, which is finished: the same rows, ids and order, but
 * only those that @part shows, and a case where one of its findings is shown (where codes or
 * amounts decide, only if findings have ids). Both live longer. (transfer full)
 */
Report *report_narrowing_of (const Report *whole, const ReportPart *part);

#endif
