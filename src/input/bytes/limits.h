/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_LIMITS_H
#define INPUT_BYTES_LIMITS_H

#include <glib.h>

/**
 * Every limit on what is read, in one place, with its reason (spec section 2). Beyond a limit the
 * input is refused: a limit stops a hostile or damaged file, no real one comes near.
 */

/* The longest cell of a real file is below 1 KiB; an unclosed quote makes one of a whole file. */
#define CSV_CELL_BYTES_MAX (1024 * 1024)
/* The longest record of a real file is 2 KiB. */
#define CSV_RECORD_BYTES_MAX (4 * 1024 * 1024)
/* Real files have up to 55 columns. */
#define CSV_COLUMNS_MAX 4096

/* A page of an API is nested six deep; bounds the recursion. */
#define JSON_DEPTH_MAX 32
/* The longest name of an attribute has 30 letters. */
#define JSON_KEY_BYTES_MAX 1024
/* A manifest of 10,000 blobs has 2 MiB. */
#define MANIFEST_BYTES_MAX (4 * 1024 * 1024)

/* Deeper nesting than any download; stops loops of bind mounts. */
#define FOLDER_DEPTH_MAX 64
/* An export has hundreds of blobs. */
#define ARCHIVE_ENTRIES_MAX 10000
/* A bomb unpacks to thousands of times its size; billing files to 10 or 20 times. */
#define UNPACKED_FREE_BYTES (10 * 1024 * 1024)
#define UNPACKED_RATIO_MAX 100
/* --max-input: all bytes of a run, unpacked; the largest distributors have tens of GB a month. */
#define READ_BUDGET_DEFAULT (G_GUINT64_CONSTANT (64) << 30)

/* --max-rejects: more bad rows in one file are no slip. */
#define MAX_REJECTS_DEFAULT 100
/* How many bad rows are named before the run is refused: more help nobody. */
#define BAD_ROWS_NAMED_MAX 20

/* A report.json that is read back: that of 100,000 customers has a tenth. */
#define REPORT_FILE_BYTES_MAX (1024 * 1024 * 1024)

/* --jobs: beyond it threads only wait for each other. */
#define JOBS_MAX 256
/* A smaller part costs more to begin than it saves. */
#define PART_BYTES_MIN (4 * 1024 * 1024)

#endif
