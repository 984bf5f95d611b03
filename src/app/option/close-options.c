/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/close-options.h"

#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/option-value.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, message);
  return FALSE;
}

/* Case and outer blanks do not make two people. */
static char *
fold_name (const char *name)
{
  g_autofree char *copy = g_strdup (name);

  return g_utf8_casefold (g_strstrip (copy), -1);
}

static gboolean
check_names (const CloseOptions *self, GError **error)
{
  if (self->preparer == NULL || self->approver == NULL)
    return refuse (error, "who prepared and who approved the close is missing: give --preparer "
                          "NAME and --approver NAME");
  if (!g_utf8_validate (self->preparer, -1, NULL) || !g_utf8_validate (self->approver, -1, NULL))
    return refuse (error, "--preparer, --approver: found bytes that are no UTF-8, expected names");
  g_autofree char *preparer = fold_name (self->preparer);
  g_autofree char *approver = fold_name (self->approver);

  if (*preparer == '\0' || *approver == '\0')
    return refuse (error, "--preparer, --approver: found an empty name, expected two names");
  if (strcmp (preparer, approver) == 0)
    return refuse (error, "--preparer, --approver: found one name twice, expected two people");
  return TRUE;
}

static gboolean
check_reason (const CloseOptions *self, GError **error)
{
  if ((self->restates || self->is_gap) && (self->reason == NULL || *self->reason == '\0'))
    return refuse (error, "--restate and --gap need --reason TEXT: why it is done");
  if (self->reason != NULL && !g_utf8_validate (self->reason, -1, NULL))
    return refuse (error, "--reason: found bytes that are no UTF-8, expected a text");
  if (self->is_gap && (self->is_first || self->restates))
    return refuse (error, "--gap goes with neither --first nor --restate");
  if (self->is_gap && self->paths[0] != NULL)
    return refuse (error, "--gap closes a month without files: found a PATH, expected none");
  return TRUE;
}

static gboolean
take_arguments (CloseOptions *self, const Options *options, GError **error)
{
  const char *const *arguments = options_arguments (options);

  if (arguments[0] == NULL)
    return refuse (error, "MONTH is missing: name the month to close, like 2026-10");
  if (!option_value_month (arguments[0], &self->month))
    {
      g_autofree char *found = printable_text (arguments[0]);

      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "MONTH: found \"%s\", expected a month like 2026-10", found);
      return FALSE;
    }
  self->paths = arguments + 1;
  return TRUE;
}

gboolean
close_options_init (CloseOptions *self, const Options *options, GError **error)
{
  self->preparer = options_get (options, OPTION_PREPARER);
  self->approver = options_get (options, OPTION_APPROVER);
  self->reason = options_get (options, OPTION_REASON);
  self->is_first = options_has (options, OPTION_FIRST);
  self->restates = options_has (options, OPTION_RESTATE);
  self->is_gap = options_has (options, OPTION_GAP);
  return take_arguments (self, options, error) && check_names (self, error)
         && check_reason (self, error) && history_options_init (&self->history, options, error);
}

void
close_options_clear (CloseOptions *self)
{
  history_options_clear (&self->history);
}
