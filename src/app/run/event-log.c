/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/event-log.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/table/json-text.h"

#define OPTION "--log"
#define FORMAT "json"
#define COLUMN "column \""

gboolean
event_log_is_asked (const char *const *arguments)
{
  for (; *arguments != NULL && strcmp (*arguments, "--") != 0; arguments++)
    if (strcmp (*arguments, OPTION "=" FORMAT) == 0
        || (strcmp (*arguments, OPTION) == 0 && g_strcmp0 (arguments[1], FORMAT) == 0))
      return TRUE;
  return FALSE;
}

/* One event is one write, so that none stands in the middle of another. */
static void
put (const GString *event)
{
  for (gsize done = 0; done < event->len;)
    {
      const gssize written
          = TEMP_FAILURE_RETRY (write (STDERR_FILENO, event->str + done, event->len - done));

      if (written <= 0)
        return; /* nobody can be told */
      done += (gsize) written;
    }
}

static GString *
event_new (const char *name)
{
  GString *event = g_string_new ("{\"event\":");

  json_text_append (event, name);
  return event;
}

/* NULL and "" are null. */
static void
add_text (GString *event, const char *name, const char *text)
{
  g_string_append_printf (event, ",\"%s\":", name);
  json_text_append (event, text);
}

static void
add_number (GString *event, const char *name, guint64 number)
{
  g_string_append_printf (event, ",\"%s\":%" G_GUINT64_FORMAT, name, number);
}

static void
end_event (GString *event)
{
  g_string_append (event, "}\n");
  put (event);
  g_string_free (event, TRUE);
}

/* What is printed becomes events */

static void
tell_line (const char *line)
{
  static const char notice[] = "acorecon: notice: ", own[] = "acorecon: ";
  const gboolean is_notice = g_str_has_prefix (line, notice);
  GString *event = event_new (is_notice ? "notice" : "warning");

  line += is_notice ? strlen (notice) : g_str_has_prefix (line, own) ? strlen (own) : 0;
  add_text (event, "message", line);
  end_event (event);
}

static void
take_text (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strchug (lines[i]) != '\0')
      tell_line (lines[i]);
}

gboolean
event_log_is_on (void)
{
  const GPrintFunc handler = g_set_printerr_handler (NULL);

  g_set_printerr_handler (handler);
  return handler == take_text;
}

/* Signals */

typedef struct
{
  int number;
  const char *event;
} SignalEvent;

#define SIGNAL_END(name) \
  { \
    name, "{\"event\":\"end\",\"exit_status\":null,\"signal\":\"" #name "\"}\n" \
  }

/* Of who reads standard output and has gone, nothing else is told. */
static const SignalEvent signal_events[]
    = { SIGNAL_END (SIGTERM), SIGNAL_END (SIGINT), SIGNAL_END (SIGHUP), SIGNAL_END (SIGPIPE) };

/* Only what a signal handler may do; the signal then ends the run as ever. */
static void
tell_signal (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signal_events); i++)
    if (signal_events[i].number == number)
      (void) !write (STDERR_FILENO, signal_events[i].event, strlen (signal_events[i].event));
  (void) raise (number);
}

/* What the caller ignores, as nohup does, stays ignored. */
static void
watch_signals (void)
{
  const struct sigaction told = { .sa_handler = tell_signal, .sa_flags = (int) SA_RESETHAND };
  struct sigaction before;

  for (gsize i = 0; i < G_N_ELEMENTS (signal_events); i++)
    if (sigaction (signal_events[i].number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      (void) sigaction (signal_events[i].number, &told, NULL);
}

void
event_log_begin (const char *command)
{
  GString *event = event_new ("start");

  g_set_printerr_handler (take_text);
  watch_signals ();
  add_text (event, "program", PACKAGE_STRING);
  add_text (event, "command", command);
  end_event (event);
}

/* Events */

void
event_log_sandbox (gboolean files, gboolean calls)
{
  if (!event_log_is_on ())
    return;
  GString *event = event_new ("sandbox");

  g_string_append_printf (event, ",\"files\":%s,\"calls\":%s", files ? "true" : "false",
                          calls ? "true" : "false");
  end_event (event);
}

void
event_log_file (const InputTally *input)
{
  if (!event_log_is_on ())
    return;
  GString *event = event_new ("file");

  add_text (event, "file", input->file);
  add_text (event, "kind", file_kind_name (input->kind));
  add_number (event, "rows", input->rows);
  add_number (event, "rejected", input->rejected->len);
  add_number (event, "bytes", input->byte_count);
  end_event (event);
}

void
event_log_phase (const char *phase)
{
  if (!event_log_is_on ())
    return;
  GString *event = event_new ("phase");

  add_text (event, "done", phase);
  end_event (event);
}

/* "column "Subtotal": found ..." tells the column first. (transfer full) */
static char *
column_of (const char *reason)
{
  const char *begin = g_str_has_prefix (reason, COLUMN) ? reason + strlen (COLUMN) : NULL;
  const char *end = begin != NULL ? strstr (begin, "\": ") : NULL;

  return end != NULL ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

void
event_log_bad_row (const char *file, guint64 line, const char *reason)
{
  if (!event_log_is_on ())
    return;
  GString *event = event_new ("bad-row");
  g_autofree char *column = column_of (reason);

  add_text (event, "file", file);
  add_number (event, "line", line);
  add_text (event, "column", column);
  add_text (event, "message", reason);
  end_event (event);
}

static const char *
refusal_name (int status)
{
  switch (status)
    {
    case RECON_ERROR_USAGE:
      return "usage";
    case RECON_ERROR_INPUT:
      return "input";
    case RECON_ERROR_OUTPUT:
      return "output";
    case RECON_ERROR_HISTORY:
      return "history";
    case RECON_ERROR_SERVICE:
      return "service";
    default:
      return "internal";
    }
}

void
event_log_refusal (int status, const char *message)
{
  if (!event_log_is_on ())
    return;
  GString *event = event_new ("refusal");

  add_text (event, "code", refusal_name (status));
  add_text (event, "message", message);
  end_event (event);
}

void
event_log_end (int status)
{
  if (!event_log_is_on ())
    return;
  GString *event = event_new ("end");

  g_string_append_printf (event, ",\"exit_status\":%d", status);
  add_text (event, "signal", NULL);
  end_event (event);
}
