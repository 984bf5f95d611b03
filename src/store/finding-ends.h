/* SPDX-License-Identifier: MIT */
#ifndef STORE_FINDING_ENDS_H
#define STORE_FINDING_ENDS_H

#include "core/answer/history-course.h"
#include "store/database.h"

/**
 * What became of the findings of each sealed or reopened month: how many stand open, were resolved
 * and how, or went away with a restatement. Of CourseFindings, by month. NULL with @error.
 * (transfer full)
 */
GArray *finding_ends_load (Database *database, GError **error);

#endif
