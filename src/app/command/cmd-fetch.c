/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-fetch.h"

#include "app/option/fetch-options.h"
#include "app/run/fetch-keeping.h"
#include "fetch/billing-walk.h"
#include "fetch/mca-walk.h"
#include "input/service/blob-body.h"
#include "input/service/manifest-body.h"
#include "input/service/operation-body.h"
#include "input/service/page-body.h"
#include "output/table/json-text.h"

/* One of the two. */
typedef struct
{
  const char *command;
  gboolean (*walk) (ServiceClient *client, const FetchPlan *plan, const ServiceReader *reader,
                    const FetchStore *store, GError **error);
} Fetching;

static const ServiceReader reader = {
  .read_page = page_body_read,
  .read_operation = operation_body_read,
  .read_manifest = manifest_body_read,
  .read_error_code = operation_body_error_code,
  .is_whole_gzip = blob_body_is_whole,
};

static void
append_text (GString *out, const char *before, const char *name, const char *text)
{
  g_string_append_printf (out, "%s\"%s\": ", before, name);
  json_text_append (out, text);
}

static void
append_day (GString *out, const char *name, Day day)
{
  char text[DAY_TEXT_SIZE];

  calendar_print_day (day, text);
  append_text (out, ", ", name, text);
}

static char *
parameters_of_mca (const FetchPlan *plan)
{
  GString *out = g_string_new (NULL);
  const char *separator = "";

  append_text (out, "{ ", "account", plan->account);
  g_string_append (out, ", \"profile\": [");
  for (const char *const *name = plan->profiles; *name != NULL; name++, separator = ", ")
    {
      g_string_append (out, separator);
      json_text_append (out, *name);
    }
  g_string_append (out, "]");
  append_day (out, "start", plan->start);
  append_day (out, "end", plan->end);
  append_text (out, ", ", "api-version", plan->api_version);
  g_string_append (out, " }");
  return g_string_free (out, FALSE);
}

static char *
parameters_of_billing (const FetchPlan *plan)
{
  GString *out = g_string_new (NULL);

  append_text (out, "{ ", "invoice", plan->invoice);
  append_text (out, ", ", "what", plan->what);
  append_text (out, ", ", "attributes", plan->attributes);
  g_string_append (out, " }");
  return g_string_free (out, FALSE);
}

static void
ask (gpointer data, const HttpRequest *request, HttpAnswer *answer)
{
  http_client_ask (data, request, answer);
}

static void
wait_for (gpointer data G_GNUC_UNUSED, gint64 microseconds)
{
  g_usleep ((gulong) microseconds);
}

static RunStatus
fetch (const Fetching *self, const FetchOptions *options, const char *parameters, GError **error)
{
  g_autoptr (HttpClient) http = http_client_new (error);
  g_autoptr (FetchKeeping) keeping
      = http != NULL ? fetch_keeping_new (options, self->command, parameters, error) : NULL;

  if (keeping == NULL)
    return RUN_FAILED;
  const ServiceWorld world = { http, ask, wait_for };
  g_autoptr (ServiceClient) client
      = service_client_new (&options->plan, options->base, &reader, &world);
  return self->walk (client, &options->plan, &reader, fetch_keeping_store (keeping), error)
                 && fetch_keeping_publish (keeping, error)
             ? RUN_DONE
             : RUN_FAILED;
}

RunStatus
cmd_fetch_mca (const Options *options, GError **error)
{
  static const Fetching fetching = { "fetch mca", mca_walk };
  g_auto (FetchOptions) own = { 0 };

  if (!fetch_options_init_mca (&own, options, error))
    return RUN_FAILED;
  g_autofree char *parameters = parameters_of_mca (&own.plan);
  return fetch (&fetching, &own, parameters, error);
}

RunStatus
cmd_fetch_billing (const Options *options, GError **error)
{
  static const Fetching fetching = { "fetch billing", billing_walk };
  g_auto (FetchOptions) own = { 0 };

  if (!fetch_options_init_billing (&own, options, error))
    return RUN_FAILED;
  g_autofree char *parameters = parameters_of_billing (&own.plan);
  return fetch (&fetching, &own, parameters, error);
}
