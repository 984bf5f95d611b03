/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/file-rules.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/recon-error.h"

/* Of versions that the headers of Debian 12 do not know yet. */
#define ACCESS_TRUNCATE (G_GUINT64_CONSTANT (1) << 14)  /* version 3 */
#define ACCESS_IOCTL_DEV (G_GUINT64_CONSTANT (1) << 15) /* version 5 */
#define SCOPES (G_GUINT64_CONSTANT (3))                 /* version 6: abstract sockets, signals */

#define VERSION_LEAST 2
#define VERSION_TRUNCATE 3
#define VERSION_IOCTL_DEV 5
#define VERSION_SCOPES 6

#define ACCESS_VERSION_2 ((LANDLOCK_ACCESS_FS_REFER << 1) - 1)
#define ACCESS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define ACCESS_WRITE \
  (ACCESS_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR \
   | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG \
   | LANDLOCK_ACCESS_FS_REFER | ACCESS_TRUNCATE)
#define ACCESS_OF_FILES \
  (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | ACCESS_TRUNCATE)

/* As the kernel of version 6 has it; older ones take it as long as what they do not know is 0. */
typedef struct
{
  guint64 handled_files;
  guint64 handled_network;
  guint64 scoped;
} RulesetAttributes;

struct FileRules
{
  int fd;
  guint64 handled;
};

guint
file_rules_version (void)
{
  const long version
      = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

  return version >= VERSION_LEAST ? (guint) version : 0;
}

static gboolean
refuse (GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INTERNAL,
               "the files that this run may open cannot be confined: %s; nothing was written "
               "(--no-sandbox runs without)",
               g_strerror (errno));
  return FALSE;
}

FileRules *
file_rules_new (GError **error)
{
  const guint version = file_rules_version ();
  RulesetAttributes attributes = { .handled_files = ACCESS_VERSION_2 };

  if (version >= VERSION_TRUNCATE)
    attributes.handled_files |= ACCESS_TRUNCATE;
  if (version >= VERSION_IOCTL_DEV)
    attributes.handled_files |= ACCESS_IOCTL_DEV;
  if (version >= VERSION_SCOPES)
    attributes.scoped = SCOPES;
  const int fd = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (fd < 0)
    {
      refuse (error);
      return NULL;
    }
  FileRules *self = g_new0 (FileRules, 1);
  self->fd = fd;
  self->handled = attributes.handled_files;
  return self;
}

void
file_rules_free (FileRules *self)
{
  if (self == NULL)
    return;
  (void) close (self->fd);
  g_free (self);
}

void
file_rules_allow (FileRules *self, const char *path, FileRule rule)
{
  const int fd = (int) TEMP_FAILURE_RETRY (open (path, O_PATH | O_CLOEXEC));
  struct stat info;

  if (fd < 0)
    return;
  if (fstat (fd, &info) == 0)
    {
      const guint64 wanted = rule == FILE_RULE_READ ? ACCESS_READ : ACCESS_WRITE;
      const guint64 possible = S_ISDIR (info.st_mode) ? self->handled : ACCESS_OF_FILES;
      const struct landlock_path_beneath_attr beneath
          = { .allowed_access = wanted & possible & self->handled, .parent_fd = fd };

      /* Pipes and the like have no place in a file system, and are free. */
      (void) syscall (SYS_landlock_add_rule, self->fd, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    }
  (void) close (fd);
}

gboolean
file_rules_enforce (const FileRules *self, GError **error)
{
  return (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
          && syscall (SYS_landlock_restrict_self, self->fd, 0) == 0)
         || refuse (error);
}
