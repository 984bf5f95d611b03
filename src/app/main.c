/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/config-file.h"
#include "core/recon-error.h"
#include "io/printable.h"

#define STATUS_INTERNAL RECON_ERROR_INTERNAL

/* Only what a signal handler may do. */
static void
end_as_internal_error (int number G_GNUC_UNUSED)
{
  static const char text[] = "acorecon: internal error; nothing was written\n";
  (void) !write (STDERR_FILENO, text, sizeof text - 1);
  _exit (STATUS_INTERNAL);
}

/* GLib goes on after a critical message; a program that reckons money must not. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize field_count, gpointer data)
{
  g_log_writer_standard_streams (level, fields, field_count, data);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0)
    end_as_internal_error (0);
  return G_LOG_WRITER_HANDLED;
}

/* Else the next file opened would become the closed stream, and a report or an input would be taken
   for it. Opened the wrong way round, so that its use still fails as that of a closed stream. */
static void
occupy_closed_streams (void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (fcntl (stream, F_GETFD) < 0 && errno == EBADF
        && open ("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream)
      _exit (STATUS_INTERNAL);
}

static void
prepare_process (void)
{
  occupy_closed_streams ();
  g_log_set_writer_func (write_log, NULL, NULL);
  signal (SIGABRT, end_as_internal_error);
  signal (SIGTRAP, end_as_internal_error);
  signal (SIGPIPE, SIG_IGN);
  /* Only so that texts are UTF-8 everywhere; nothing else depends on a locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
}

static int
fail (const GError *error)
{
  /* Names of files and cells may hold anything. */
  g_autofree char *message = printable_text (error->message);

  g_printerr ("acorecon: %s\n", message);
  return error->domain == RECON_ERROR ? error->code : STATUS_INTERNAL;
}

static int
print_or_fail (const GString *text)
{
  g_autoptr (GError) error = NULL;
  return command_print (text, &error) ? RUN_DONE : fail (error);
}

static int
run_command (const Command *command, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (command->mask, arguments, &error);
  if (options == NULL)
    return fail (error);
  if (options_has (options, OPTION_HELP))
    {
      g_autoptr (GString) help = g_string_new (NULL);
      command_append_help (command, help);
      return print_or_fail (help);
    }
  g_autoptr (ConfigFile) config = NULL;
  if ((command->mask & COMMANDS_CONFIGURED) != 0)
    {
      config = config_file_load (options, &error);
      if (config == NULL)
        return fail (error);
      config_file_apply (config, command->mask, options);
    }
  const RunStatus status = command->run (options, &error);
  return status == RUN_FAILED ? fail (error) : (int) status;
}

static int
refuse_command (const char *name)
{
  g_autofree char *shown = printable_text (name);
  g_printerr ("acorecon: found \"%s\", expected a command; see acorecon --help\n", shown);
  return RECON_ERROR_USAGE;
}

int
main (int argc, char **argv)
{
  const char *const *arguments = (const char *const *) argv;
  g_autoptr (GString) text = g_string_new (NULL);

  prepare_process ();
  if (argc < 2)
    {
      g_printerr ("acorecon: a command is missing; see acorecon --help\n");
      return RECON_ERROR_USAGE;
    }
  const char *name = arguments[1];
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    {
      command_append_overview (text);
      return print_or_fail (text);
    }
  if (strcmp (name, "--version") == 0 || strcmp (name, "-V") == 0)
    name = "version";
  const Command *command = command_find (name);
  return command != NULL ? run_command (command, arguments + 2) : refuse_command (name);
}
