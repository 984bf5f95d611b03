/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fetch/billing-walk.h"

#include <string.h>

#include "base/recon-error.h"
#include "fetch/file-names.h"

typedef struct
{
  ServiceClient *client;
  const FetchPlan *plan;
  const ServiceReader *reader;
  const FetchStore *store;
} BillingWalk;

static const guint good[] = { 200, 0 };

static Slice
body_of (const GByteArray *bytes)
{
  return (Slice){ (const char *) bytes->data, bytes->len };
}

/* Where to ask how far the export is; NULL with @error. */
static ServiceUrl *
order_export (const BillingWalk *self, GError **error)
{
  static const guint ordered[] = { 202, 0 };
  g_autofree char *path
      = g_strdup_printf ("/v1.0/reports/partners/billing/%s/billed/export", self->plan->what);
  g_autofree char *body = g_strdup_printf ("{\"invoiceId\":\"%s\",\"attributeSet\":\"%s\"}",
                                           self->plan->invoice, self->plan->attributes);
  g_autoptr (ServiceUrl) url = service_url_below (service_client_base (self->client), path, NULL);
  const ServiceRequest request = { .url = url, .body = body, .statuses = ordered };
  g_auto (HttpAnswer) answer = { 0 };

  if (!service_client_ask (self->client, &request, &answer, error))
    return NULL;
  if (answer.location != NULL)
    return service_client_follow (self->client, &request, answer.location, error);
  service_client_refuse (self->client, &request, RECON_ERROR_INPUT,
                         "found no Location in the answer, expected where the export is", error);
  return NULL;
}

static gboolean
read_state (const BillingWalk *self, const ServiceRequest *request, const HttpAnswer *answer,
            ServiceOperation *operation, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (answer->status == 202)
    return TRUE;
  if (!self->reader->read_operation ("operation", body_of (answer->body), operation, &cause))
    return service_client_refuse_body (self->client, request, g_steal_pointer (&cause), error);
  if (operation->state != SERVICE_OPERATION_FAILED)
    return TRUE;
  g_autofree char *reason = g_strdup_printf (
      "the export has failed (%s)", operation->code != NULL ? operation->code : "without a code");
  return service_client_refuse (self->client, request, RECON_ERROR_SERVICE, reason, error);
}

/* Asks until the export is there; @answer and @operation are then the last. */
static gboolean
await_export (const BillingWalk *self, const ServiceRequest *request, HttpAnswer *answer,
              ServiceOperation *operation, GError **error)
{
  for (guint polls = 1;; polls++)
    {
      service_answer_clear_operation (operation);
      *operation = (ServiceOperation){ 0 };
      if (!service_client_ask (self->client, request, answer, error)
          || !read_state (self, request, answer, operation, error))
        return FALSE;
      if (operation->state == SERVICE_OPERATION_SUCCEEDED)
        return TRUE;
      if (polls >= self->plan->max_polls)
        return service_client_refuse (self->client, request, RECON_ERROR_SERVICE,
                                      "the export is not ready after --max-polls; try again later",
                                      error);
      if (!service_client_pause (self->client, request, answer, self->plan->poll_wait, error))
        return FALSE;
    }
}

static gboolean
read_manifest (const BillingWalk *self, const ServiceRequest *request, Slice body,
               ServiceManifest *manifest, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!self->reader->read_manifest ("manifest.json", body, manifest, &cause))
    return service_client_refuse_body (self->client, request, g_steal_pointer (&cause), error);
  service_client_add_secret (self->client, manifest->sas);
  return TRUE;
}

static gboolean
ask_manifest (const BillingWalk *self, const ServiceUrl *url, ServiceManifest *manifest,
              GError **error)
{
  const ServiceRequest request = { .url = url, .statuses = good };
  g_auto (HttpAnswer) answer = { 0 };

  return service_client_ask (self->client, &request, &answer, error)
         && read_manifest (self, &request, body_of (answer.body), manifest, error);
}

/* *@url becomes where the manifest came from. */
static gboolean
take_manifest (const BillingWalk *self, ServiceUrl **url, ServiceManifest *manifest, GError **error)
{
  static const guint polled[] = { 200, 202, 0 };
  const ServiceRequest request = { .url = *url, .statuses = polled };
  g_auto (HttpAnswer) answer = { 0 };
  g_auto (ServiceOperation) operation = { 0 };

  if (!await_export (self, &request, &answer, &operation, error))
    return FALSE;
  if (operation.link == NULL && operation.manifest.length > 0)
    return read_manifest (self, &request, operation.manifest, manifest, error);
  if (operation.link == NULL)
    return service_client_refuse (self->client, &request, RECON_ERROR_INPUT,
                                  "found no resourceLocation, expected where the manifest is",
                                  error);
  ServiceUrl *link = service_client_follow (self->client, &request, operation.link, error);
  if (link == NULL)
    return FALSE;
  service_url_free (*url);
  *url = link;
  return ask_manifest (self, link, manifest, error);
}

/* "@root/@name?@sas"; NULL with @error, a reason: it may not be asked for. */
static ServiceUrl *
url_of_blob (const BillingWalk *self, const ServiceManifest *manifest, const char *name,
             GError **error)
{
  const char *sas = manifest->sas[0] == '?' ? manifest->sas + 1 : manifest->sas;
  const ServiceUrl *base = service_client_base (self->client);
  g_autofree char *segment = service_url_encode_segment (name);
  const gsize root = strcspn (manifest->root, "?#");
  g_autofree char *text = g_strdup_printf ("%.*s%s%s%s%s", (int) root, manifest->root,
                                           root > 0 && manifest->root[root - 1] == '/' ? "" : "/",
                                           segment, *sas != '\0' ? "?" : "", sas);
  g_autoptr (ServiceUrl) url = service_url_parse (text, error);

  if (url == NULL)
    return NULL;
  if (service_url_is_encrypted (url)
      || (service_url_is_plain_loopback (url) && service_url_is_plain_loopback (base)))
    return g_steal_pointer (&url);
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT,
                       "found blobs at a host without encryption, expected https");
  return NULL;
}

static gboolean
take_blob (const BillingWalk *self, const ServiceUrl *url, const char *name, GError **error)
{
  const ServiceRequest request
      = { .url = url, .is_open = TRUE, .statuses = good, .is_whole = self->reader->is_whole_gzip };
  const FetchedFile file = { .name = name, .request = url->path };
  g_autoptr (GByteArray) kept = self->store->kept (self->store->data, name);
  g_auto (HttpAnswer) answer = { 0 };

  if (kept == NULL && !service_client_ask (self->client, &request, &answer, error))
    return FALSE;
  return self->store->save (self->store->data, &file, body_of (kept != NULL ? kept : answer.body),
                            kept != NULL, error);
}

/* The names of all blobs are judged before the first is asked for. */
static gboolean
check_names (const BillingWalk *self, const ServiceRequest *request,
             const ServiceManifest *manifest, GError **error)
{
  g_autoptr (FileNames) names = file_names_new ();

  for (guint i = 0; i < manifest->blobs->len; i++)
    {
      const char *name = g_ptr_array_index (manifest->blobs, i);
      const char *found;
      gboolean fine = file_names_claim (names, name, &found);
      if (fine && service_client_is_secret (self->client, (Slice){ name, strlen (name) }))
        {
          found = "a blob whose name is a secret";
          fine = FALSE;
        }
      if (fine)
        continue;
      g_autofree char *reason
          = g_strdup_printf ("found %s, expected a plain name of its own", found);
      return service_client_refuse (self->client, request, RECON_ERROR_INPUT, reason, error);
    }
  return TRUE;
}

static gboolean
take_blobs (const BillingWalk *self, const ServiceRequest *request, const ServiceManifest *manifest,
            GError **error)
{
  for (guint i = 0; i < manifest->blobs->len; i++)
    {
      const char *name = g_ptr_array_index (manifest->blobs, i);
      g_autoptr (GError) cause = NULL;
      g_autoptr (ServiceUrl) url = url_of_blob (self, manifest, name, &cause);
      if (url == NULL)
        return service_client_refuse_body (self->client, request, g_steal_pointer (&cause), error);
      if (!take_blob (self, url, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_manifest (const BillingWalk *self, const ServiceUrl *url, const ServiceManifest *manifest,
               GError **error)
{
  const FetchedFile file = { .name = "manifest.json", .request = url->path };
  const Slice text = { manifest->text->str, manifest->text->len };

  return self->store->save (self->store->data, &file, text, FALSE, error);
}

gboolean
billing_walk (ServiceClient *client, const FetchPlan *plan, const ServiceReader *reader,
              const FetchStore *store, GError **error)
{
  const BillingWalk self = { client, plan, reader, store };
  g_autoptr (ServiceUrl) url = order_export (&self, error);
  g_auto (ServiceManifest) manifest = { 0 };

  if (url == NULL || !take_manifest (&self, &url, &manifest, error))
    return FALSE;
  const ServiceRequest request = { .url = url };
  const Slice text = { manifest.text->str, manifest.text->len };
  if (service_client_is_secret (client, text))
    return service_client_refuse (
        client, &request, RECON_ERROR_INPUT,
        "found a secret within the manifest, expected it in sasToken alone", error);
  return check_names (&self, &request, &manifest, error)
         && store->expect (store->data, &manifest, error)
         && take_blobs (&self, &request, &manifest, error)
         && save_manifest (&self, url, &manifest, error);
}
