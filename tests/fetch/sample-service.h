/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_SERVICE_H
#define SAMPLE_SERVICE_H

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "fetch/service-client.h"
#include "input/service/blob-body.h"
#include "input/service/manifest-body.h"
#include "input/service/operation-body.h"
#include "input/service/page-links.h"

/* A service of a few answers, in order, that writes down what it was asked and how long was waited,
   and a store in memory. */

typedef struct
{
  guint status;
  const char *body;
  const char *location;
  gint64 wait; /* -1: none */
  HttpOutcome outcome;
} SampleAnswer;

typedef struct
{
  const SampleAnswer *answers;
  guint count;
  guint asked;
  GString *log; /* "GET URL +token\n", "wait MICROSECONDS\n", "save NAME next\n" */
} SampleService;

static const ServiceReader sample_reader = {
  .read_page = NULL,
  .read_operation = operation_body_read,
  .read_manifest = manifest_body_read,
  .read_error_code = operation_body_error_code,
};

static inline void
sample_ask (gpointer data, const HttpRequest *request, HttpAnswer *answer)
{
  SampleService *self = data;

  ck_assert_uint_lt (self->asked, self->count);
  const SampleAnswer *given = &self->answers[self->asked++];
  g_string_append_printf (self->log, "%s %s%s\n", request->body != NULL ? "POST" : "GET",
                          request->url, request->bearer != NULL ? " +token" : "");
  http_client_clear (answer);
  answer->body = g_byte_array_new ();
  if (given->body != NULL)
    g_byte_array_append (answer->body, (const guint8 *) given->body, (guint) strlen (given->body));
  answer->status = given->status;
  answer->location = g_strdup (given->location);
  answer->wait = given->wait;
  answer->outcome = given->outcome;
}

static inline void
sample_wait (gpointer data, gint64 microseconds)
{
  SampleService *self = data;
  g_string_append_printf (self->log, "wait %d\n", (int) microseconds);
}

static inline GByteArray *
sample_kept (gpointer data G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
  return NULL;
}

static inline gboolean
sample_save (gpointer data, const FetchedFile *file, Slice bytes, gboolean is_kept,
             GError **error G_GNUC_UNUSED)
{
  SampleService *self = data;

  ck_assert (!is_kept);
  g_string_append_printf (self->log, "save %s %d%s\n", file->name, (int) bytes.length,
                          file->has_next ? " next" : "");
  return TRUE;
}

static inline gboolean
sample_expect (gpointer data, const ServiceManifest *manifest, GError **error G_GNUC_UNUSED)
{
  SampleService *self = data;
  g_string_append_printf (self->log, "expect %s\n", manifest->etag);
  return TRUE;
}

#endif
