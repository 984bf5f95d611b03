/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/fetch-options.h"

#include <string.h>

#include "base/recon-error.h"
#include "base/slice.h"
#include "engine/option/option-value.h"

#define NUMBER_MAX 1000000
#define SECONDS_MAX 1000000
#define TOKEN_FILE_BYTES_MAX (1024 * 1024)

static gboolean
missing (OptionId option, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--%s is missing: %s",
               options_info (option)->name, what);
  return FALSE;
}

static gboolean
take_number (const Options *options, OptionId option, guint64 least, guint *number, GError **error)
{
  const char *given = options_get (options, option);
  const char *text = given != NULL ? given : options_info (option)->fallback;
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, least, NUMBER_MAX, &value, NULL))
    return option_value_refuse (option, text, "a number up to 1000000", error);
  *number = (guint) value;
  return TRUE;
}

/* "2", "0.25", in microseconds; what is finer than that does not count. */
static gboolean
parse_seconds (const char *text, gint64 *out)
{
  gint64 value = 0;
  gint64 unit = G_USEC_PER_SEC;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text) && value <= SECONDS_MAX; text++)
    value = value * 10 + (*text - '0');
  if (value > SECONDS_MAX)
    return FALSE;
  value *= unit;
  if (*text == '.' && g_ascii_isdigit (text[1]))
    for (text++; g_ascii_isdigit (*text); text++)
      value += (unit /= 10) * (*text - '0');
  *out = value;
  return *text == '\0';
}

static gboolean
take_seconds (const Options *options, OptionId option, gint64 *out, GError **error)
{
  const char *given = options_get (options, option);
  const char *text = given != NULL ? given : options_info (option)->fallback;

  return parse_seconds (text, out)
         || option_value_refuse (option, text, "seconds like 2 or 0.5", error);
}

static gboolean
take_base (FetchOptions *self, const Options *options, const char *otherwise, GError **error)
{
  const char *given = options_get (options, OPTION_BASE_URL);

  self->base_url = g_strdup (given != NULL ? given : otherwise);
  while (g_str_has_suffix (self->base_url, "/"))
    self->base_url[strlen (self->base_url) - 1] = '\0';
  self->base = service_url_parse (self->base_url, NULL);
  self->plan.base_url = self->base_url;
  if (self->base != NULL && strpbrk (self->base_url, "?#") == NULL
      && (service_url_is_encrypted (self->base) || service_url_is_plain_loopback (self->base)))
    return TRUE;
  /* It may hold a password. */
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                       "--base-url: found something else, expected https://host[:port][/path], or "
                       "http to 127.0.0.1, ::1 or localhost");
  return FALSE;
}

static char *
read_token_file (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, &failure))
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--token-file: %s", failure->message);
      return NULL;
    }
  const Slice line = { text, strcspn (text, "\n") };
  char *token = length <= TOKEN_FILE_BYTES_MAX ? slice_dup (slice_trim (line)) : g_strdup ("");
  memset (text, 0, length);
  return token;
}

static gboolean
take_token (FetchOptions *self, const Options *options, GError **error)
{
  const char *path = options_get (options, OPTION_TOKEN_FILE);
  const char *given = g_getenv ("ACORECON_TOKEN");
  gboolean fine;

  self->token = path != NULL ? read_token_file (path, error)
                             : slice_dup (slice_trim (slice_of (given != NULL ? given : "")));
  if (self->token == NULL)
    return FALSE;
  fine = *self->token != '\0';
  for (const char *at = self->token; *at != '\0'; at++)
    fine = fine && slice_ascii_is_graphic (*at);
  self->plan.token = self->token;
  if (!fine)
    g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                         "the token is missing, or is not one word of visible ASCII: put it into "
                         "the environment as ACORECON_TOKEN or name a --token-file");
  return fine;
}

static gboolean
init (FetchOptions *self, const Options *options, const char *base_url, GError **error)
{
  *self = (FetchOptions){ .output = options_get (options, OPTION_OUTPUT),
                          .force = options_has (options, OPTION_FORCE),
                          .resume = options_has (options, OPTION_RESUME),
                          .is_quiet = options_has (options, OPTION_QUIET) };
  if (options_arguments (options)[0] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "found an argument, expected options alone; see --help");
      return FALSE;
    }
  if (self->output == NULL || *self->output == '\0')
    return missing (OPTION_OUTPUT, "name the folder for what is fetched", error);
  if (!take_base (self, options, base_url, error)
      || !take_number (options, OPTION_RETRIES, 0, &self->plan.retries, error)
      || !take_seconds (options, OPTION_RETRY_WAIT, &self->plan.retry_wait, error)
      || !take_seconds (options, OPTION_TIMEOUT, &self->plan.timeout, error)
      || !take_number (options, OPTION_MAX_PAGES, 1, &self->plan.max_pages, error))
    return FALSE;
  return self->plan.timeout > 0
         || option_value_refuse (OPTION_TIMEOUT, "0", "more than no time", error);
}

static gboolean
take_day (const Options *options, OptionId option, Day *day, GError **error)
{
  const char *text = options_get (options, option);

  if (text == NULL)
    return missing (option, "name the days whose transactions are asked for", error);
  return option_value_day (text, day)
         || option_value_refuse (option, text, "a day like 2026-10-31", error);
}

static gboolean
is_word (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("._-", *at) == NULL)
      return FALSE;
  return *text != '\0';
}

gboolean
fetch_options_init_mca (FetchOptions *self, const Options *options, GError **error)
{
  const char *version = options_get (options, OPTION_API_VERSION);

  if (!init (self, options, "https://management.azure.com", error)
      || !take_day (options, OPTION_START, &self->plan.start, error)
      || !take_day (options, OPTION_END, &self->plan.end, error))
    return FALSE;
  if (self->plan.start > self->plan.end)
    return option_value_refuse (OPTION_END, options_get (options, OPTION_END),
                                "a day not before --start", error);
  self->plan.account = options_get (options, OPTION_ACCOUNT);
  self->plan.profiles = options_list (options, OPTION_PROFILE);
  self->plan.api_version = version != NULL ? version : options_info (OPTION_API_VERSION)->fallback;
  if (!is_word (self->plan.api_version))
    return option_value_refuse (OPTION_API_VERSION, version, "a version like 2023-03-01", error);
  return take_token (self, options, error);
}

/* One of two words, the first of which is meant where none is given. */
static gboolean
take_choice (const Options *options, OptionId option, const char *const words[2],
             const char **choice, GError **error)
{
  const char *text = options_get (options, option);

  *choice = words[text != NULL && g_str_equal (text, words[1]) ? 1 : 0];
  return text == NULL || g_str_equal (text, *choice)
         || option_value_refuse_choice (option, text, NULL, error);
}

gboolean
fetch_options_init_billing (FetchOptions *self, const Options *options, GError **error)
{
  static const char *const whats[] = { "reconciliation", "usage" };
  static const char *const attributes[] = { "full", "basic" };

  if (!init (self, options, "https://graph.microsoft.com", error))
    return FALSE;
  self->plan.invoice = options_get (options, OPTION_INVOICE);
  if (self->plan.invoice == NULL)
    return missing (OPTION_INVOICE, "name the invoice, as its number stands on it", error);
  if (!is_word (self->plan.invoice))
    return option_value_refuse (OPTION_INVOICE, self->plan.invoice, "a number like G012345678",
                                error);
  return take_choice (options, OPTION_WHAT, whats, &self->plan.what, error)
         && take_choice (options, OPTION_ATTRIBUTES, attributes, &self->plan.attributes, error)
         && take_seconds (options, OPTION_POLL_WAIT, &self->plan.poll_wait, error)
         && take_number (options, OPTION_MAX_POLLS, 1, &self->plan.max_polls, error)
         && take_token (self, options, error);
}

void
fetch_options_clear (FetchOptions *self)
{
  if (self->token != NULL)
    memset (self->token, 0, strlen (self->token));
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->base, service_url_free);
  g_clear_pointer (&self->base_url, g_free);
}
