/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fetch/service-client.h"

#include <string.h>

#include "base/recon-error.h"

#define WAIT_SECONDS_MAX 300
#define BODY_BYTES_MAX ((gsize) 64 * 1024 * 1024)
/* A shorter secret stands in many a body, or in our own words, by chance. */
#define BODY_SECRET_LENGTH_MIN 8
#define SPOKEN_SECRET_LENGTH_MIN 4
#define SECOND G_USEC_PER_SEC

struct ServiceClient
{
  const FetchPlan *plan;
  const ServiceUrl *base;
  const ServiceReader *reader;
  const ServiceWorld *world;
  GPtrArray *secrets; /* char * */
};

ServiceClient *
service_client_new (const FetchPlan *plan, const ServiceUrl *base, const ServiceReader *reader,
                    const ServiceWorld *world)
{
  ServiceClient *self = g_new0 (ServiceClient, 1);

  self->plan = plan;
  self->base = base;
  self->reader = reader;
  self->world = world;
  self->secrets = g_ptr_array_new_with_free_func (g_free);
  service_client_add_secret (self, plan->token);
  return self;
}

void
service_client_free (ServiceClient *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->secrets);
  g_free (self);
}

const ServiceUrl *
service_client_base (const ServiceClient *self)
{
  return self->base;
}

void
service_client_add_secret (ServiceClient *self, const char *secret)
{
  if (*secret != '\0')
    g_ptr_array_add (self->secrets, g_strdup (secret));
}

gboolean
service_client_is_secret (const ServiceClient *self, Slice text)
{
  for (guint i = 0; i < self->secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (self->secrets, i);
      const gsize length = strlen (secret);
      if (length >= BODY_SECRET_LENGTH_MIN && text.length >= length
          && memmem (text.text, text.length, secret, length) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Services have been seen to say what they were asked with. */
gboolean
service_client_refuse (const ServiceClient *self, const ServiceRequest *request, int code,
                       const char *reason, GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_printf (message, "%s %s: %s", request->body != NULL ? "POST" : "GET", request->url->path,
                   reason);
  for (guint i = 0; i < self->secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (self->secrets, i);
      if (strlen (secret) >= SPOKEN_SECRET_LENGTH_MIN)
        g_string_replace (message, secret, "[secret]", 0);
    }
  g_set_error_literal (error, RECON_ERROR, code, message->str);
  return FALSE;
}

gboolean
service_client_refuse_body (const ServiceClient *self, const ServiceRequest *request, GError *cause,
                            GError **error)
{
  g_autoptr (GError) taken = cause;

  return service_client_refuse (self, request, taken->code, taken->message, error);
}

ServiceUrl *
service_client_follow (const ServiceClient *self, const ServiceRequest *request, const char *link,
                       GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (ServiceUrl) url = service_url_resolve (self->base, link, &cause);

  if (url == NULL)
    {
      service_client_refuse_body (self, request, g_steal_pointer (&cause), error);
      return NULL;
    }
  if (service_url_is_same_origin (url, self->base))
    return g_steal_pointer (&url);
  service_client_refuse (self, request, RECON_ERROR_INPUT,
                         "found a link to another host, expected one to that of the base URL, for "
                         "no other may see the token",
                         error);
  return NULL;
}

/* Answers */

static gboolean
is_accepted (const ServiceRequest *request, guint status)
{
  for (const guint *at = request->statuses; *at != 0; at++)
    if (*at == status)
      return TRUE;
  return FALSE;
}

static Slice
body_of (const HttpAnswer *answer)
{
  return (Slice){ (const char *) answer->body->data, answer->body->len };
}

static gboolean
may_pass (const HttpAnswer *answer)
{
  static const guint statuses[] = { 429, 500, 502, 503, 504 };

  if (answer->outcome != HTTP_ANSWERED)
    return answer->outcome == HTTP_UNREACHED || answer->outcome == HTTP_CUT
           || answer->outcome == HTTP_SILENT;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (answer->status == statuses[i])
      return TRUE;
  return FALSE;
}

static const char *
advice_for (guint status)
{
  switch (status)
    {
    case 401:
      return ": the token is not accepted; it may have expired or be meant for another service; "
             "get a new one";
    case 403:
      return ": the token has not the roles needed: for mca a reader of the billing account or "
             "profile, for billing PartnerBilling.Read.All";
    default:
      return status >= 300 && status < 400 ? ": redirects are not followed" : "";
    }
}

static char *
describe_status (const ServiceClient *self, const HttpAnswer *answer)
{
  g_autofree char *code = self->reader->read_error_code (body_of (answer));

  return g_strdup_printf ("HTTP %u%s%s%s%s", answer->status, code != NULL ? " (" : "",
                          code != NULL ? code : "", code != NULL ? ")" : "",
                          advice_for (answer->status));
}

/* Waiting */

gboolean
service_client_pause (const ServiceClient *self, const ServiceRequest *request,
                      const HttpAnswer *answer, gint64 otherwise, GError **error)
{
  if (answer->wait > WAIT_SECONDS_MAX)
    {
      g_autofree char *described = describe_status (self, answer);
      g_autofree char *reason = g_strdup_printf (
          "%s; it wants to be asked again in %" G_GINT64_FORMAT " s, which is too long to wait",
          described, answer->wait);
      return service_client_refuse (self, request, RECON_ERROR_SERVICE, reason, error);
    }
  self->world->wait (self->world->data, answer->wait >= 0 ? answer->wait * SECOND : otherwise);
  return TRUE;
}

static gint64
doubled (gint64 wait, guint times)
{
  for (; times > 0 && wait <= G_MAXINT64 / 2; times--)
    wait *= 2;
  return wait;
}

static char *
describe (const ServiceClient *self, const HttpAnswer *answer)
{
  static const char *const words[] = {
    [HTTP_UNREACHED] = "there is no connection",
    [HTTP_CUT] = "the answer is cut",
    [HTTP_SILENT] = "nothing arrived in time",
    [HTTP_TOO_LARGE] = "found an answer beyond 64 MiB, expected a smaller one",
    [HTTP_UNTRUSTED] = "the certificate of the host cannot be verified",
    [HTTP_UNAVAILABLE] = "cannot be asked from here",
  };

  if (answer->outcome == HTTP_ANSWERED)
    return describe_status (self, answer);
  return g_strdup (words[answer->outcome]);
}

static gboolean
give_up (const ServiceClient *self, const ServiceRequest *request, const HttpAnswer *answer,
         guint tries, GError **error)
{
  g_autofree char *described = describe (self, answer);
  g_autofree char *reason
      = tries > 1 ? g_strdup_printf ("%s (%u tries)", described, tries) : g_strdup (described);

  return service_client_refuse (
      self, request, answer->outcome == HTTP_TOO_LARGE ? RECON_ERROR_INPUT : RECON_ERROR_SERVICE,
      reason, error);
}

static gboolean
accept (const ServiceClient *self, const ServiceRequest *request, const HttpAnswer *answer,
        GError **error)
{
  if (!service_client_is_secret (self, body_of (answer)))
    return TRUE;
  return service_client_refuse (self, request, RECON_ERROR_INPUT,
                                "found the token in the answer, expected an answer without it",
                                error);
}

static void
ask_once (const ServiceClient *self, const ServiceRequest *request, HttpAnswer *answer)
{
  g_autofree char *url = service_url_text (request->url);
  const HttpRequest asked = {
    .url = url,
    .body = request->body,
    .bearer = request->is_open ? NULL : self->plan->token,
    .timeout = self->plan->timeout,
    .max_bytes = BODY_BYTES_MAX,
  };

  g_assert (request->is_open || service_url_is_same_origin (request->url, self->base));
  self->world->ask (self->world->data, &asked, answer);
  if (answer->outcome == HTTP_ANSWERED && is_accepted (request, answer->status)
      && request->is_whole != NULL && !request->is_whole (body_of (answer)))
    answer->outcome = HTTP_CUT;
}

gboolean
service_client_ask (ServiceClient *self, const ServiceRequest *request, HttpAnswer *answer,
                    GError **error)
{
  for (guint tries = 0;; tries++)
    {
      ask_once (self, request, answer);
      if (answer->outcome == HTTP_ANSWERED && is_accepted (request, answer->status))
        return accept (self, request, answer, error);
      if (!may_pass (answer) || tries >= self->plan->retries)
        return give_up (self, request, answer, tries + 1, error);
      if (!service_client_pause (self, request, answer, doubled (self->plan->retry_wait, tries),
                                 error))
        return FALSE;
    }
}
