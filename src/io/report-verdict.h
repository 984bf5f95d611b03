/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_VERDICT_H
#define IO_REPORT_VERDICT_H

#include <glib.h>

#include "core/report.h"

/**
 * The verdict of a report in one sentence: what agrees, what does not, how much money per
 * currency, how many findings; INCOMPLETE first when rows were set aside. Differences are added
 * without their signs, so that they cannot cancel each other. Plain printable text in one line.
 * (transfer full)
 */
char *report_verdict (const Report *report);

#endif
