/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_CONTENT_READER_H
#define INPUT_BILLING_CONTENT_READER_H

#include "input/billing/file-reader.h"
#include "input/input-set.h"

/**
 * ContentReader: what every reading of an input set does alike: which files lie in one file on
 * disk, and what a content says of itself before it is read as rows: its encoding and separator.
 */

/**
 * Like file_reader_read(), for bytes in any encoding that the plan allows. @signs: where signs of a
 * spreadsheet are counted, or NULL.
 */
gboolean content_reader_read (const Content *content, const ReadPlan *plan, SpreadsheetSigns *signs,
                              const FileVisitor *visitor, gpointer data, GError **error);

/** Where the files end that lie in the same file on disk as the one at @first. */
guint32 content_reader_end_of_file (const InputSet *inputs, guint32 first);

/**
 * Which of the files from @first up to @end is the entry at @path (NULL: the file itself), or
 * G_MAXUINT32.
 */
guint32 content_reader_index_of (const InputSet *inputs, guint32 first, guint32 end,
                                 const char *path);

#endif
