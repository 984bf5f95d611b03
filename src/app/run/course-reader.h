/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_COURSE_READER_H
#define APP_RUN_COURSE_READER_H

#include "core/answer/history-course.h"
#include "store/database.h"

/**
 * What the sealed months of a history say together, reckoned as of the last day of the last one
 * with the documented defaults. NULL with @error. (transfer full)
 */
HistoryCourse *course_reader_read (Database *database, GError **error);

#endif
