/* SPDX-License-Identifier: MIT */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <glib.h>

/**
 * Database: an SQLite database and its prepared statements; the only owner of SQLite. Knows no
 * tables. Statements are constants of the program, and values are only ever bound.
 *
 * Every FALSE or NULL comes with an error: RECON_ERROR_HISTORY when the database is locked or
 * damaged or may not be opened, RECON_ERROR_OUTPUT when it cannot be written. A transaction that
 * fails is rolled back by database_free() at the latest, and has then changed nothing.
 */
typedef struct Database Database;

/** Nowhere but in memory. Never NULL. */
Database *database_new (void);
/**
 * The file at @path, which must be there. Without @writes nothing is changed, but for the journal
 * of a killed program, which is rolled back. @timeout: seconds that others are waited for, in
 * all, however often.
 */
Database *database_open (const char *path, gboolean writes, guint timeout, GError **error);
void database_free (Database *self); /* NULL is fine */
/** Waits a little for others, out of what @timeout left. FALSE: that is used up. */
gboolean database_wait (Database *self);

/** @sql: any number of statements without values. */
gboolean database_run (Database *self, const char *sql, GError **error);
/** Whether every row that "PRAGMA @check" gives is "ok". What it says else is the error. */
gboolean database_check (Database *self, const char *check, GError **error);
/** What a file of it would hold. */
GBytes *database_to_bytes (Database *self);

/** A prepared statement; the database must outlive it. */
typedef struct DatabaseQuery DatabaseQuery;

DatabaseQuery *database_query_new (Database *self, const char *sql, GError **error);
void database_query_free (DatabaseQuery *query); /* NULL is fine */

/* Parameters count from 1. A text is copied; NULL is null. */
void database_query_bind_text (DatabaseQuery *query, guint parameter, const char *text);
void database_query_bind_number (DatabaseQuery *query, guint parameter, gint64 number);

/** The next row, into the columns. FALSE: there is none, or with @error it cannot be told. */
gboolean database_query_next (DatabaseQuery *query, GError **error);
/** Runs it to its end, and makes it ready for other values. */
gboolean database_query_run (DatabaseQuery *query, GError **error);

/* Columns count from 0; (transfer none), until the next row. NULL: null. */
const char *database_query_text (DatabaseQuery *query, guint column);
gint64 database_query_number (DatabaseQuery *query, guint column);
guint database_query_columns (DatabaseQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Database, database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatabaseQuery, database_query_free)

#endif
