/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <unistd.h>

#include "base/printable.h"
#include "base/recon-error.h"

#define WAIT_STEP_US 20000

struct Database
{
  sqlite3 *handle;
  char *name;       /* in messages */
  guint64 patience; /* microseconds that others are waited for, from now on */
};

struct DatabaseQuery
{
  Database *database; /* borrowed */
  sqlite3_stmt *statement;
};

/* What a failure is for who runs the program; NULL: SQLite's own words. */
static const char *
words_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing it, and was not done in time; try again, or give "
             "--lock-timeout more seconds";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "the history is damaged; restore a copy";
    case SQLITE_FULL:
      return "no space left; this change was taken back";
    default:
      return NULL;
    }
}

static ReconError
status_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return RECON_ERROR_OUTPUT;
    case SQLITE_READONLY:
      /* A journal is there that may not be rolled back. */
      return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY
                 ? RECON_ERROR_HISTORY
                 : RECON_ERROR_OUTPUT;
    case SQLITE_NOMEM:
    case SQLITE_MISUSE:
      return RECON_ERROR_INTERNAL;
    default:
      return RECON_ERROR_HISTORY;
    }
}

static gboolean
fail (const Database *self, GError **error)
{
  const int code = sqlite3_extended_errcode (self->handle);
  const char *words = words_of (code);

  g_set_error (error, RECON_ERROR, (gint) status_of (code), "%s: %s", self->name,
               words != NULL ? words : sqlite3_errmsg (self->handle));
  return FALSE;
}

/* SQLite tries its other calls again where they are interrupted. */
static int
fcntl_again (int fd, int command, ...)
{
  va_list arguments;

  va_start (arguments, command);
  void *argument = va_arg (arguments, void *);
  va_end (arguments);
  return (int) TEMP_FAILURE_RETRY (fcntl (fd, command, argument));
}

static void
keep_trying (void)
{
  sqlite3_vfs *files = sqlite3_vfs_find (NULL);

  if (files != NULL && files->iVersion >= 3)
    files->xSetSystemCall (files, "fcntl", (sqlite3_syscall_ptr) fcntl_again);
}

/* Temporary tables would be a second file; what a foreign schema calls is not to be trusted. */
static gboolean
set_up (Database *self, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return database_run (self,
                       "PRAGMA trusted_schema = OFF;"
                       "PRAGMA temp_store = MEMORY;"
                       "PRAGMA foreign_keys = ON;"
                       "PRAGMA cell_size_check = ON;",
                       error);
}

static int
wait_again (void *self, int count)
{
  (void) count;
  return database_wait (self);
}

Database *
database_new (void)
{
  g_autoptr (Database) self = g_new0 (Database, 1);

  self->name = g_strdup ("(memory)");
  if (sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL)
          != SQLITE_OK
      || !set_up (self, NULL))
    g_error ("no database in memory");
  return g_steal_pointer (&self);
}

Database *
database_open (const char *path, gboolean writes, guint timeout, GError **error)
{
  static const char durable[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";
  g_autoptr (Database) self = g_new0 (Database, 1);

  self->name = printable_text (path);
  keep_trying ();
  /* A reader, too: it may have to roll a journal back. SQLite falls back to reading alone. */
  if (sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  self->patience = (guint64) timeout * G_USEC_PER_SEC;
  sqlite3_busy_handler (self->handle, wait_again, self);
  if (!set_up (self, error)
      || !database_run (self, writes ? durable : "PRAGMA query_only = ON;", error))
    return NULL;
  return g_steal_pointer (&self);
}

void
database_free (Database *self)
{
  if (self == NULL)
    return;
  sqlite3_close_v2 (self->handle);
  g_free (self->name);
  g_free (self);
}

gboolean
database_wait (Database *self)
{
  if (self->patience < WAIT_STEP_US)
    return FALSE;
  self->patience -= WAIT_STEP_US;
  g_usleep (WAIT_STEP_US);
  return TRUE;
}

gboolean
database_run (Database *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

gboolean
database_check (Database *self, const char *check, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", check);
  g_autoptr (DatabaseQuery) query = database_query_new (self, sql, error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    if (g_strcmp0 (database_query_text (query, 0), "ok") != 0)
      {
        g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
                     "%s: the history is damaged (%s); restore a copy", self->name, check);
        return FALSE;
      }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

GBytes *
database_to_bytes (Database *self)
{
  sqlite3_int64 size = 0;
  unsigned char *bytes = sqlite3_serialize (self->handle, "main", &size, 0);

  g_assert (bytes != NULL);
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

DatabaseQuery *
database_query_new (Database *self, const char *sql, GError **error)
{
  g_autoptr (DatabaseQuery) query = g_new0 (DatabaseQuery, 1);

  query->database = self;
  if (sqlite3_prepare_v2 (self->handle, sql, -1, &query->statement, NULL) != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&query);
}

void
database_query_free (DatabaseQuery *query)
{
  if (query == NULL)
    return;
  sqlite3_finalize (query->statement);
  g_free (query);
}

void
database_query_bind_text (DatabaseQuery *query, guint parameter, const char *text)
{
  const int status = text == NULL ? sqlite3_bind_null (query->statement, (int) parameter)
                                  : sqlite3_bind_text (query->statement, (int) parameter, text, -1,
                                                       SQLITE_TRANSIENT);
  g_assert (status == SQLITE_OK);
}

void
database_query_bind_number (DatabaseQuery *query, guint parameter, gint64 number)
{
  const int status = sqlite3_bind_int64 (query->statement, (int) parameter, number);

  g_assert (status == SQLITE_OK);
}

gboolean
database_query_next (DatabaseQuery *query, GError **error)
{
  const int status = sqlite3_step (query->statement);

  if (status != SQLITE_ROW && status != SQLITE_DONE)
    fail (query->database, error);
  return status == SQLITE_ROW;
}

gboolean
database_query_run (DatabaseQuery *query, GError **error)
{
  GError *failure = NULL;

  while (database_query_next (query, &failure))
    ;
  sqlite3_reset (query->statement);
  sqlite3_clear_bindings (query->statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

const char *
database_query_text (DatabaseQuery *query, guint column)
{
  return (const char *) sqlite3_column_text (query->statement, (int) column);
}

gint64
database_query_number (DatabaseQuery *query, guint column)
{
  return sqlite3_column_int64 (query->statement, (int) column);
}

guint
database_query_columns (DatabaseQuery *query)
{
  return (guint) sqlite3_column_count (query->statement);
}
