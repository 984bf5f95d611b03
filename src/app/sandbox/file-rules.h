/* SPDX-License-Identifier: MIT */
#ifndef APP_SANDBOX_FILE_RULES_H
#define APP_SANDBOX_FILE_RULES_H

#include <glib.h>

/**
 * FileRules: which files and folders the process may open from now on, by the kernel's Landlock
 * (landlock(7)); what is open already stays as it is. Once enforced nothing widens them. Knows
 * paths, not what they are for.
 */
typedef struct FileRules FileRules;

typedef enum
{
  FILE_RULE_READ, /* a file, or a folder with all that is below it */
  FILE_RULE_WRITE /* below a folder: read, write, make, move and remove files and folders */
} FileRule;

/**
 * The version of Landlock's interface that is used; 0: the kernel has none, or one that cannot move
 * a file from folder to folder (before 5.19), or does not let this process use it.
 */
guint file_rules_version (void);

/** Only where file_rules_version() is not 0. NULL with RECON_ERROR_INTERNAL: no memory. */
FileRules *file_rules_new (GError **error);
void file_rules_free (FileRules *self); /* NULL is fine */

/**
 * @path: where it is now, links followed. What is not there, or cannot be looked at, is passed
 * over: whoever opens it later is told why that fails.
 */
void file_rules_allow (FileRules *self, const char *path, FileRule rule);

/** For this thread and those that it begins. FALSE with RECON_ERROR_INTERNAL. */
gboolean file_rules_enforce (const FileRules *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileRules, file_rules_free)

#endif
