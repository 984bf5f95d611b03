/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/options.h"

#include <string.h>

#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"

#define STANDARD_INPUT "-" /* as a PATH */

struct Options
{
  GPtrArray *values[OPTION_COUNT];   /* of char *; NULL-terminated at the end; NULL: not given */
  const char *origins[OPTION_COUNT]; /* borrowed */
  GPtrArray *arguments;
  Surroundings surroundings;
};

void
options_free (Options *self)
{
  if (self == NULL)
    return;
  for (guint id = 0; id < OPTION_COUNT; id++)
    g_clear_pointer (&self->values[id], g_ptr_array_unref);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *format, const char *text)
{
  g_autofree char *shown = printable_text (text);
  /* The formats are the constants of this file, each with one %s. */
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s%s%s", parts[0], shown, parts[1]);
  return FALSE;
}

/* `config` takes every option that may be configured, so that it can say what would be in force. */
static gboolean
takes_option (CommandMask command, OptionId id)
{
  return (options_info (id)->commands & command) != 0
         || (command == COMMAND_CONFIG && id != OPTION_HELP);
}

static const char command_line[] = "command line"; /* told apart from a file of that name */

static OptionId
find_option (CommandMask command, const char *name, gsize length)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (takes_option (command, (OptionId) id) && strlen (options_info (id)->name) == length
        && strncmp (options_info (id)->name, name, length) == 0)
      return (OptionId) id;
  return OPTION_COUNT;
}

static gboolean
add_value (Options *self, OptionId id, const char *value, GError **error)
{
  if (self->values[id] != NULL && !options_info (id)->repeatable
      && options_info (id)->argument != NULL)
    return refuse (error, "--%s: given twice, expected once", options_info (id)->name);
  if (self->values[id] == NULL)
    self->values[id] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->values[id], g_strdup (value));
  self->origins[id] = command_line;
  return TRUE;
}

/* Of the options that @command takes. */
static gboolean
refuse_option (CommandMask command, const char *text, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shown = printable_text (text);
  g_autofree char *name = g_strndup (text, strcspn (text, "="));

  for (guint id = 0; id < OPTION_COUNT; id++)
    if (takes_option (command, (OptionId) id))
      g_ptr_array_add (names, g_strconcat ("--", options_info (id)->name, NULL));
  g_ptr_array_add (names, NULL);
  g_autofree char *question = nearest_question (name, (const char *const *) names->pdata);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "unknown option %s; --help lists the options%s", shown, question);
  return FALSE;
}

/* One "--name", "--name=value" or "--name value"; *next is the argument that follows, if any. */
static gboolean
parse_option (Options *self, CommandMask command, const char *text, const char *const **next,
              GError **error)
{
  const char *name = text + 2;
  const char *equals = strchr (name, '=');
  const gsize length = equals != NULL ? (gsize) (equals - name) : strlen (name);
  const OptionId id = find_option (command, name, length);

  if (id == OPTION_COUNT)
    return refuse_option (command, text, error);
  if (options_info (id)->argument == NULL)
    return equals == NULL ? add_value (self, id, "", error)
                          : refuse (error, "--%s: takes no value", options_info (id)->name);
  if (equals != NULL)
    return add_value (self, id, equals + 1, error);
  if (**next == NULL)
    return refuse (error, "--%s: a value is missing", options_info (id)->name);
  return add_value (self, id, *(*next)++, error);
}

/* "-q", "-o DIR" or "-oDIR". */
static gboolean
parse_letter (Options *self, CommandMask command, const char *text, const char *const **next,
              GError **error)
{
  for (guint i = 0; i < OPTION_COUNT; i++)
    {
      const OptionId id = (OptionId) i;
      const char letter = options_letter (id);

      if (letter == '\0' || letter != text[1] || !takes_option (command, id))
        continue;
      if (options_info (id)->argument == NULL && text[2] != '\0')
        break;
      if (options_info (id)->argument == NULL)
        return add_value (self, id, "", error);
      if (text[2] != '\0')
        return add_value (self, id, text + 2, error);
      if (**next == NULL)
        return refuse (error, "%s: a value is missing", text);
      return add_value (self, id, *(*next)++, error);
    }
  return refuse_option (command, text, error);
}

static gboolean
parse_all (Options *self, CommandMask command, const char *const *next, GError **error)
{
  gboolean only_arguments = FALSE;

  while (*next != NULL)
    {
      const char *text = *next++;

      if (only_arguments || text[0] != '-' || text[1] == '\0')
        g_ptr_array_add (self->arguments, g_strdup (text));
      else if (strcmp (text, "--") == 0)
        only_arguments = TRUE;
      else if (text[1] != '-' ? !parse_letter (self, command, text, &next, error)
                              : !parse_option (self, command, text, &next, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_standard_input (const GPtrArray *words)
{
  guint count = 0;

  for (guint i = 0; words != NULL && i < words->len; i++)
    if (strcmp (g_ptr_array_index (words, i), STANDARD_INPUT) == 0)
      count++;
  return count;
}

/* What was read is gone: a second reader would have nothing, or the same. */
static gboolean
check_standard_input (const Options *self, GError **error)
{
  static const OptionId paths[]
      = { OPTION_LOTS, OPTION_CHARGES, OPTION_USE, OPTION_PROFILES, OPTION_AGAINST };
  guint count = count_standard_input (self->arguments);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    count += count_standard_input (self->values[paths[i]]);
  return count <= 1
         || refuse (error, "%s: given twice, expected standard input once", STANDARD_INPUT);
}

Options *
options_parse (CommandMask command, const char *const *arguments, GError **error)
{
  g_autoptr (Options) self = g_new0 (Options, 1);

  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->surroundings = surroundings_none ();
  if (!parse_all (self, command, arguments, error) || !check_standard_input (self, error))
    return NULL;
  g_ptr_array_add (self->arguments, NULL);
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (self->values[id] != NULL)
      g_ptr_array_add (self->values[id], NULL);
  return g_steal_pointer (&self);
}

void
options_set_surroundings (Options *self, const Surroundings *surroundings)
{
  self->surroundings = *surroundings;
}

const Surroundings *
options_surroundings (const Options *self)
{
  return &self->surroundings;
}

void
options_add_fallback (Options *self, CommandMask command, OptionId id, const char *const *values,
                      const char *origin)
{
  if (self->values[id] != NULL || !takes_option (command, id) || *values == NULL)
    return;
  self->values[id] = g_ptr_array_new_with_free_func (g_free);
  for (; *values != NULL; values++)
    g_ptr_array_add (self->values[id], g_strdup (*values));
  g_ptr_array_add (self->values[id], NULL);
  self->origins[id] = origin;
}

const char *
options_origin (const Options *self, OptionId id)
{
  return self->origins[id];
}

gboolean
options_is_from_command_line (const Options *self, OptionId id)
{
  return self->origins[id] == command_line;
}

OptionId
options_find (const char *name)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (strcmp (options_info (id)->name, name) == 0)
      return (OptionId) id;
  return OPTION_COUNT;
}

gboolean
options_has (const Options *self, OptionId id)
{
  return self->values[id] != NULL;
}

const char *
options_get (const Options *self, OptionId id)
{
  return self->values[id] != NULL ? g_ptr_array_index (self->values[id], 0) : NULL;
}

const char *const *
options_list (const Options *self, OptionId id)
{
  static const char *const none[] = { NULL };
  return self->values[id] != NULL ? (const char *const *) self->values[id]->pdata : none;
}

const char *const *
options_arguments (const Options *self)
{
  return (const char *const *) self->arguments->pdata;
}

#define HELP_WIDTH 80
#define HELP_INDENT 26

void
options_append_help (CommandMask command, const Language *language, GString *out)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info (id);
      if (!takes_option (command, (OptionId) id))
        continue;
      const char letter = options_letter ((OptionId) id);
      const char short_form[] = { '-', letter, ',', ' ', '\0' };
      g_autofree char *head = g_strdup_printf ("  %s--%s%s%s", letter != '\0' ? short_form : "",
                                               info->name, info->argument != NULL ? " " : "",
                                               info->argument != NULL ? info->argument : "");
      const gsize length = strlen (head);

      if (length + 2 > HELP_INDENT)
        g_string_append_printf (out, "%s\n%*s", head, HELP_INDENT, "");
      else
        g_string_append_printf (out, "%-*s", HELP_INDENT, head);
      PrintableLine filler = printable_line_at (out, HELP_WIDTH, HELP_INDENT, HELP_INDENT);
      printable_line_add_text (&filler, language_say (language, info->help));
      if (info->repeatable)
        printable_line_add_text (&filler, language_say (language, "(repeatable)"));
      g_string_append_c (out, '\n');
    }
}
