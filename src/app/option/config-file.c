/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/config-file.h"

#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"

#define GROUP "options"

struct ConfigFile
{
  char *path; /* NULL: no file */
  char *origin;
  GKeyFile *keys;
};

void
config_file_free (ConfigFile *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->origin);
  g_key_file_unref (self->keys);
  g_free (self);
}

static char *
default_path (void)
{
  const char *base = g_getenv ("XDG_CONFIG_HOME");
  const char *home = g_getenv ("HOME");
  g_autofree char *path = NULL;

  if (base != NULL && g_path_is_absolute (base))
    path = g_build_filename (base, "acorecon", "config.ini", NULL);
  else if (home != NULL && home[0] != '\0')
    path = g_build_filename (home, ".config", "acorecon", "config.ini", NULL);
  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/* @right: the words that are right, NULL-terminated. */
static gboolean
refuse (GError **error, const ConfigFile *self, const char *found, const char *expected,
        const char *const *right)
{
  g_autofree char *shown = printable_text (found);
  g_autofree char *question = nearest_question (found, right);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s: found \"%s\", expected %s%s", self->path,
               shown, expected, question);
  return FALSE;
}

static gboolean
is_key (OptionId id)
{
  return id != OPTION_COUNT && id != OPTION_HELP && id != OPTION_CONFIG;
}

static gboolean
refuse_key (GError **error, const ConfigFile *self, const char *found)
{
  const char *keys[OPTION_COUNT + 1] = { NULL };
  guint count = 0;

  for (guint id = 0; id < OPTION_COUNT; id++)
    if (is_key ((OptionId) id))
      keys[count++] = options_info ((OptionId) id)->name;
  return refuse (error, self, found, "the long name of an option as key", keys);
}

static gboolean
check_value (const ConfigFile *self, OptionId id, GError **error)
{
  static const char *const none[] = { NULL };
  static const char *const truths[] = { "true", "false", NULL };
  const char *name = options_info (id)->name;
  g_autofree char *text = g_key_file_get_string (self->keys, GROUP, name, NULL);

  if (text != NULL)
    g_strchomp (text);
  if (text == NULL)
    return refuse (error, self, name, "a value in UTF-8 for this key", none);
  if (options_info (id)->argument != NULL)
    return TRUE;
  return g_str_equal (text, "true") || g_str_equal (text, "false")
         || refuse (error, self, text, "true or false for a switch", truths);
}

static gboolean
check_keys (const ConfigFile *self, GError **error)
{
  static const char *const groups_known[] = { GROUP, NULL };
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);
  g_auto (GStrv) names = g_key_file_get_keys (self->keys, GROUP, NULL, NULL);

  for (char **group = groups; *group != NULL; group++)
    if (!g_str_equal (*group, GROUP))
      return refuse (error, self, *group, "the group [options] and no other", groups_known);
  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      const OptionId id = options_find (*name);
      if (!is_key (id))
        return refuse_key (error, self, *name);
      if (!check_value (self, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_keys (ConfigFile *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_key_file_load_from_file (self->keys, self->path, G_KEY_FILE_NONE, &failure))
    return check_keys (self, error);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s: cannot read it: %s", self->path,
               failure->message);
  return FALSE;
}

ConfigFile *
config_file_load (const Options *options, GError **error)
{
  g_autoptr (ConfigFile) self = g_new0 (ConfigFile, 1);
  const char *given = options_get (options, OPTION_CONFIG);

  self->keys = g_key_file_new ();
  self->path = given != NULL ? g_strdup (given) : default_path ();
  self->origin = g_strdup (self->path);
  if (self->path != NULL && !read_keys (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
config_file_path (const ConfigFile *self)
{
  return self->path;
}

static char **
values_of (const ConfigFile *self, OptionId id)
{
  const OptionInfo *info = options_info (id);
  g_autofree char *text = NULL;

  if (info->repeatable)
    return g_key_file_get_string_list (self->keys, GROUP, info->name, NULL, NULL);
  text = g_key_file_get_string (self->keys, GROUP, info->name, NULL);
  if (text != NULL)
    g_strchomp (text);
  if (text == NULL || (info->argument == NULL && g_str_equal (text, "false")))
    return NULL;
  return g_strdupv ((char *[]){ info->argument != NULL ? text : (char[]){ "" }, NULL });
}

void
config_file_apply (const ConfigFile *self, CommandMask command, Options *options)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      g_auto (GStrv) values = values_of (self, (OptionId) id);
      if (values != NULL)
        options_add_fallback (options, command, (OptionId) id, (const char *const *) values,
                              self->origin);
    }
}
