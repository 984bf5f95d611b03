/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "store/history-layout.h"

/* The first bytes of an SQLite file; numbers are big-endian. */
#define HEADER_BYTES 100
#define AT_PAGE_SIZE 16
#define AT_PAGE_COUNT 28
#define AT_USER_VERSION 60
#define AT_APPLICATION 68

struct History
{
  char *path; /* NULL: in memory */
  char *name; /* in messages */
  int fd; /* holds the lock. Not closed before the database is: that would drop SQLite's locks */
  Database *database;
};

static gboolean
refuse (const History *self, GError **error, const char *reason)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY, "%s: %s", self->name, reason);
  return FALSE;
}

static guint32
number_at (const guint8 *header, gsize at)
{
  return (guint32) header[at] << 24 | (guint32) header[at + 1] << 16 | (guint32) header[at + 2] << 8
         | header[at + 3];
}

/* That the file cannot be looked at says nothing of what is in it. */
static gboolean
refuse_errno (const History *self, GError **error, const char *what)
{
  const int cause = errno;

  g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY, "%s: %s: %s", self->name, what,
               g_strerror (cause));
  return FALSE;
}

/* In as many pieces as it comes. -1 with errno, else how much there is of it. */
static gssize
read_start (int fd, guint8 header[HEADER_BYTES])
{
  gssize done = 0, count = 1;

  while (done < HEADER_BYTES && count > 0)
    {
      count = TEMP_FAILURE_RETRY (pread (fd, header + done, (gsize) (HEADER_BYTES - done), done));
      done += MAX (count, 0);
    }
  return count < 0 ? -1 : done;
}

static gboolean
read_header (const History *self, guint8 header[HEADER_BYTES], GError **error)
{
  const gssize length = read_start (self->fd, header);

  if (length < 0)
    return refuse_errno (self, error, "cannot be read");
  if (length != HEADER_BYTES || memcmp (header, "SQLite format 3", sizeof "SQLite format 3") != 0)
    return refuse (self, error, "not a history of acorecon: no SQLite database");
  if (number_at (header, AT_APPLICATION) != HISTORY_LAYOUT_APPLICATION)
    return refuse (self, error, "not a history of acorecon: the database of another program");
  if (number_at (header, AT_USER_VERSION) > HISTORY_LAYOUT_VERSION)
    return refuse (self, error, "the history was written by a newer acorecon; use that one");
  if (number_at (header, AT_USER_VERSION) == 0)
    return refuse (self, error, "the history is damaged: it has no layout; restore a copy");
  return TRUE;
}

static gboolean
check_size (const History *self, const guint8 *header, GError **error)
{
  const guint32 stated = (guint32) header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
  const guint64 page = stated == 1 ? 65536 : stated; /* as SQLite writes 65536 */
  struct stat status;

  if (fstat (self->fd, &status) != 0)
    return refuse_errno (self, error, "cannot be looked at");
  if ((guint64) status.st_size != page * number_at (header, AT_PAGE_COUNT))
    return refuse (self, error, "the history is damaged: it is not whole; restore a copy");
  return TRUE;
}

/* What a killed program left: the file is not whole before it is rolled back. One that cannot be
   looked at may be there. */
static gboolean
has_journal (const History *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  struct stat status;

  return stat (journal, &status) == 0 ? status.st_size > 0 : errno != ENOENT;
}

static gboolean
open_file (History *self, GError **error)
{
  struct stat status;

  self->fd
      = (int) TEMP_FAILURE_RETRY (open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (self->fd < 0 && errno == ENOENT)
    return refuse (self, error, "there is no history; the first acorecon close makes one");
  if (self->fd < 0)
    return refuse_errno (self, error, "cannot be opened");
  if (fstat (self->fd, &status) != 0)
    return refuse_errno (self, error, "cannot be looked at");
  if (!S_ISREG (status.st_mode))
    return refuse (self, error, "not a history of acorecon: no regular file");
  return TRUE;
}

/* Its header first, untouched; then SQLite, which may roll back; then the header as it is now. */
static gboolean
open_database (History *self, HistoryAccess access, guint timeout, GError **error)
{
  guint8 header[HEADER_BYTES];

  if (!open_file (self, error) || !read_header (self, header, error)
      || (!has_journal (self) && !check_size (self, header, error)))
    return FALSE;
  self->database = database_open (self->path, access == HISTORY_WRITES, timeout, error);
  return self->database != NULL
         && database_run (self->database, "SELECT count(*) FROM sqlite_schema", error)
         && read_header (self, header, error) && check_size (self, header, error);
}

gboolean
history_exists (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

History *
history_open (const char *path, HistoryAccess access, guint timeout, GError **error)
{
  g_autoptr (History) self = g_new0 (History, 1);

  self->path = g_strdup (path);
  self->name = printable_text (path);
  self->fd = -1;
  if (!open_database (self, access, timeout, error))
    return NULL;
  if (access == HISTORY_WRITES && !database_check (self->database, "quick_check", error))
    return NULL;
  return g_steal_pointer (&self);
}

History *
history_new (void)
{
  History *self = g_new0 (History, 1);
  GError *error = NULL;

  self->name = g_strdup ("(new)");
  self->fd = -1;
  self->database = database_new ();
  if (!history_layout_create (self->database, &error))
    g_error ("%s", error->message);
  return self;
}

void
history_free (History *self)
{
  if (self == NULL)
    return;
  database_free (self->database);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

Database *
history_database (const History *self)
{
  return self->database;
}

gboolean
history_lock (History *self, GError **error)
{
  if (self->fd < 0)
    return TRUE;
  while (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        return refuse_errno (self, error, "cannot be locked");
      if (!database_wait (self->database))
        return refuse (self, error,
                       "another program is writing it, and was not done in time; try again, or "
                       "give --lock-timeout more seconds");
    }
  return TRUE;
}

gboolean
history_begin (History *self, GError **error)
{
  return database_run (self->database, "BEGIN IMMEDIATE", error);
}

gboolean
history_commit (History *self, GError **error)
{
  return database_run (self->database, "COMMIT", error);
}

gboolean
history_publish (const History *self, const char *path, gboolean *is_there, GError **error)
{
  g_autoptr (GBytes) bytes = database_to_bytes (self->database);
  g_autoptr (NewFile) file = new_file_prepare (path, bytes, error);

  *is_there = FALSE;
  return file != NULL && new_file_appear (file, is_there, error);
}

/* While somebody reads, nobody changes the file. Mapped by the descriptor that is open anyhow:
   closing another one would drop SQLite's locks. */
NewFile *
history_backup (const History *self, const char *path, GError **error)
{
  if (!database_run (self->database, "BEGIN; SELECT count(*) FROM sqlite_schema", error))
    return NULL;
  GMappedFile *file = g_mapped_file_new_from_fd (self->fd, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (NewFile) copy = NULL;

  if (bytes == NULL)
    g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY, "%s: cannot be read", self->name);
  else
    copy = new_file_prepare (path, bytes, error);
  g_clear_pointer (&file, g_mapped_file_unref);
  if (!database_run (self->database, "COMMIT", copy != NULL ? error : NULL))
    return NULL;
  return g_steal_pointer (&copy);
}
