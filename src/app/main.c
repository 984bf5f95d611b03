/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/command/command.h"
#include "app/option/config-file.h"
#include "app/option/environment.h"
#include "app/run/event-log.h"
#include "app/run/internal-error.h"
#include "app/run/print.h"
#include "app/sandbox/sandbox.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "base/worker.h"
#include "engine/option/language-option.h"

/* Else the next file opened would become the closed stream, and a report or an input would be taken
   for it. Opened the wrong way round, so that its use still fails as that of a closed stream. */
static void
occupy_closed_streams (void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (fcntl (stream, F_GETFD) < 0 && errno == EBADF
        && TEMP_FAILURE_RETRY (open ("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY))
               != stream)
      _exit (RECON_ERROR_INTERNAL);
}

/* What is in memory is customers' data. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  (void) setrlimit (RLIMIT_CORE, &none);
  (void) prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* A write that can do no good then fails, and its failure is told. SIGPIPE is only held back: where
   a pipe that nobody reads is to end the program, it still can. */
static void
turn_signals_into_failures (void)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGPIPE);
  (void) pthread_sigmask (SIG_BLOCK, &set, NULL);
  (void) signal (SIGXFSZ, SIG_IGN);
}

static void
prepare_process (char *stack)
{
  occupy_closed_streams ();
  forbid_core_dumps ();
  internal_error_catch (stack);
  turn_signals_into_failures ();
  /* Only so that texts are UTF-8 everywhere; nothing else depends on a locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
}

/* Whoever read has seen enough: silence, as from other tools. Comes back where SIGPIPE is ignored
   by the caller, who then wants to be told. */
static void
end_by_broken_pipe (void)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGPIPE);
  (void) raise (SIGPIPE);
  (void) pthread_sigmask (SIG_UNBLOCK, &set, NULL);
}

/* @message is printable. */
static int
refuse (int status, const char *message)
{
  if (event_log_is_on ())
    event_log_refusal (status, message);
  else
    g_printerr ("acorecon: %s\n", message);
  return status;
}

static int
fail (const GError *error)
{
  if (g_error_matches (error, RECON_ERROR, RECON_ERROR_PIPE))
    end_by_broken_pipe ();

  /* Names of files and cells may hold anything. */
  g_autofree char *message = printable_text (error->message);
  if (error->domain != RECON_ERROR)
    return refuse (RECON_ERROR_INTERNAL, message);
  return refuse (error->code == RECON_ERROR_PIPE ? RECON_ERROR_OUTPUT : error->code, message);
}

static int
print_or_fail (const GString *text)
{
  g_autoptr (GError) error = NULL;
  return print_text (text, &error) ? RUN_DONE : fail (error);
}

static int
run_command (const Command *command, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (command->mask, arguments, &error);
  if (options == NULL)
    return fail (error);
  const Surroundings surroundings = environment_surroundings ();
  options_set_surroundings (options, &surroundings);
  if (options_has (options, OPTION_HELP))
    {
      g_autoptr (GString) help = g_string_new (NULL);
      const Language *language;

      if (!language_option_take (options, &language, &error))
        return fail (error);
      command_append_help (command, language, help);
      return print_or_fail (help);
    }
  g_autoptr (ConfigFile) config = NULL;
  if ((command->mask & COMMANDS_CONFIGURED) != 0)
    {
      config = config_file_load (options, &error);
      if (config == NULL)
        return fail (error);
      config_file_apply (config, command->mask, options);
      if (g_strcmp0 (options_get (options, OPTION_LOG), "json") == 0 && !event_log_is_on ())
        event_log_begin (command->name);
    }
  if (!sandbox_enter (command->mask, options, &error))
    return fail (error);
  const RunStatus status = command->run (options, &error);
  return status == RUN_FAILED ? fail (error) : (int) status;
}

static int
refuse_command (const char *const *words)
{
  g_autofree char *shown = printable_text (words[0]);
  g_autofree char *question = command_question (words);
  g_autofree char *message = g_strdup_printf (
      "found \"%s\", expected a command; see acorecon --help%s", shown, question);
  return refuse (RECON_ERROR_USAGE, message);
}

/* What follows is about the language, or nothing. */
static int
print_overview (const char *const *arguments)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (COMMAND_HELP, arguments, NULL);
  const Surroundings surroundings = environment_surroundings ();
  const Language *language = NULL;

  if (options != NULL)
    options_set_surroundings (options, &surroundings);
  if (options != NULL && !language_option_take (options, &language, &error))
    return fail (error);
  command_append_overview (language, text);
  return print_or_fail (text);
}

static int
run_program (int argc, const char *const *arguments)
{
  if (argc < 2)
    return refuse (RECON_ERROR_USAGE, "a command is missing; see acorecon --help");
  const char *name = arguments[1];
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    return print_overview (arguments + 2);
  guint count;
  const Command *command = strcmp (name, "--version") == 0 || strcmp (name, "-V") == 0
                               ? command_find ((const char *const[]){ "version", NULL }, &count)
                               : command_find (arguments + 1, &count);
  if (event_log_is_asked (arguments + 1))
    event_log_begin (command != NULL ? command->name : NULL);
  return command != NULL ? run_command (command, arguments + 1 + count)
                         : refuse_command (arguments + 1);
}

int
main (int argc, char **argv)
{
  char stack[WORKER_FAULT_STACK_BYTES];

  prepare_process (stack);
  ExitGuard *guard = internal_error_guard_exit ();
  const int status = run_program (argc, (const char *const *) argv);
  event_log_end (status);
  internal_error_allow_exit (guard);
  return status;
}
