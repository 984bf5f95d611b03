/* SPDX-License-Identifier: MIT */
#ifndef STORE_HISTORY_LAYOUT_H
#define STORE_HISTORY_LAYOUT_H

#include "store/database.h"

/**
 * The layout of a history (docs/history.md): its tables, what marks its file, and which tables make
 * up the content of a month. The layout may be read with any SQLite client, so it changes only with
 * its number.
 */

#define HISTORY_LAYOUT_APPLICATION 0x41434F52 /* "ACOR": application_id */
#define HISTORY_LAYOUT_VERSION 1              /* user_version */

/** Makes all tables in the empty @database. */
gboolean history_layout_create (Database *database, GError **error);

/** The tables that say what was found of a month, in the order of the content's digest. */
typedef enum
{
  CONTENT_BALANCE,
  CONTENT_FIGURE,
  CONTENT_CREDIT,
  CONTENT_INVOICE,
  CONTENT_FINDING,
  CONTENT_TABLE_COUNT
} ContentTable;

#define CONTENT_COLUMNS_MAX 10

typedef struct
{
  const char *name;
  guint keys;         /* the first so many columns tell a row from all others of its version */
  guint columns;      /* without month and version, which stand before them */
  const char *insert; /* month, version, then the columns */
  const char *select; /* the columns; month and version are given */
} ContentLayout;

/** Never NULL; static. */
const ContentLayout *history_layout_content (ContentTable table);

#endif
