/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_CONTENT_READER_H
#define INPUT_BILLING_CONTENT_READER_H

#include "input/billing/file-reader.h"

/**
 * ContentReader: what a content says of itself before it is read as rows: its encoding, what
 * separates its cells, and that it is no billing file but a page that was saved under such a name.
 * Does not know where the bytes lie.
 */

/**
 * Like file_reader_read(), for bytes in any encoding that the plan allows. @signs: where signs of a
 * spreadsheet are counted, or NULL.
 */
gboolean content_reader_read (const Content *content, const ReadPlan *plan, SpreadsheetSigns *signs,
                              const FileVisitor *visitor, gpointer data, GError **error);

#endif
