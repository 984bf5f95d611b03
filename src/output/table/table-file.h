/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_TABLE_FILE_H
#define OUTPUT_TABLE_TABLE_FILE_H

#include "core/report/report.h"

/**
 * TableFile: in which file of a report pack all rows of a table are. Who writes the file, and who
 * sends a reader there, ask here.
 */

/** Whether @table has a CSV file of its own. FALSE: its rows are in the report as JSON alone. */
gboolean table_file_is_own (ReportTable table);

/** "usage-tieout.csv"; for a table without a file of its own "report.json". (transfer full) */
char *table_file_name (ReportTable table);

#endif
