/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/sandbox.h"

#include "app/run/event-log.h"
#include "app/sandbox/call-filter.h"
#include "app/sandbox/file-rules.h"
#include "app/sandbox/run-places.h"

#define NETWORKED (COMMAND_FETCH_MCA | COMMAND_FETCH_BILLING)

/* *@is_done: the kernel has it. */
static gboolean
confine_files (CommandMask command, const Options *options, gboolean *is_done, GError **error)
{
  *is_done = file_rules_version () > 0;
  if (!*is_done)
    return TRUE;
  g_autoptr (FileRules) rules = file_rules_new (error);
  if (rules == NULL)
    return FALSE;
  run_places_allow (command, options, rules);
  return file_rules_enforce (rules, error);
}

gboolean
sandbox_enter (CommandMask command, const Options *options, GError **error)
{
  const gboolean is_wanted = !options_has (options, OPTION_NO_SANDBOX);
  gboolean files = FALSE;

  if ((command & COMMANDS_CONFINED) == 0)
    return TRUE;
  if (is_wanted
      && (!confine_files (command, options, &files, error)
          || !call_filter_enforce ((command & NETWORKED) != 0, error)))
    return FALSE;
  event_log_sandbox (files, is_wanted && call_filter_is_there ());
  return TRUE;
}

void
sandbox_describe (GString *out)
{
  const guint version = file_rules_version ();
  const gboolean filters = call_filter_is_there ();

  if (version > 0)
    g_string_append_printf (out, "files (Landlock %u)%s", version, filters ? ", " : "");
  if (filters)
    g_string_append (out, "system calls (seccomp)");
  if (version == 0 && !filters)
    g_string_append (out, "none");
}
