/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/operation-body.h"

#include <string.h>

#include "input/service/service-body.h"

#define CODE_LENGTH_MAX 100

typedef struct
{
  ServiceOperation *operation;
  gboolean has_status;
  char *text_link; /* resourceLocation as a text */
} OperationReading;

static gboolean
take_status (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const struct
  {
    const char *word;
    ServiceOperationState state;
  } states[] = { { "succeeded", SERVICE_OPERATION_SUCCEEDED },
                 { "failed", SERVICE_OPERATION_FAILED },
                 { "running", SERVICE_OPERATION_RUNNING },
                 { "notStarted", SERVICE_OPERATION_RUNNING } };
  OperationReading *self = data;
  g_autofree char *status = NULL;

  if (!service_body_text (body, first, &status, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (states) && status != NULL; i++)
    if (g_str_equal (status, states[i].word))
      {
        self->operation->state = states[i].state;
        self->has_status = TRUE;
        return TRUE;
      }
  return service_body_refuse (body, first, "succeeded, failed, running or notStarted for status",
                              error);
}

static gboolean
is_code (const char *text)
{
  gsize length = 0;

  for (; text[length] != '\0'; length++)
    if (!g_ascii_isalnum (text[length]) && strchr ("._-", text[length]) == NULL)
      return FALSE;
  return length > 0 && length <= CODE_LENGTH_MAX;
}

static gboolean
take_code (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  char **code = data;

  if (first->type != JSON_TOKEN_STRING)
    return service_body_skip (body, first, error);
  if (!service_body_text (body, first, code, error))
    return FALSE;
  if (*code != NULL && !is_code (*code))
    g_clear_pointer (code, g_free);
  return TRUE;
}

static gboolean
take_error (ServiceBody *body, const JsonToken *first, char **code, GError **error)
{
  static const ServiceMember members[] = { { "code", take_code }, { 0 } };

  if (first->type != JSON_TOKEN_OBJECT)
    return service_body_skip (body, first, error);
  return service_body_object (body, first, members, code, error);
}

static gboolean
take_failure (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  OperationReading *self = data;
  return take_error (body, first, &self->operation->code, error);
}

static gboolean
take_link (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  OperationReading *self = data;
  return service_body_text (body, first, &self->operation->link, error);
}

static gboolean
take_resource (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  OperationReading *self = data;

  if (first->type == JSON_TOKEN_OBJECT)
    return service_body_bytes (body, first, &self->operation->manifest, error);
  return service_body_text (body, first, &self->text_link, error);
}

gboolean
operation_body_read (const char *name, Slice text, ServiceOperation *operation, GError **error)
{
  static const ServiceMember members[] = { { "status", take_status },
                                           { "error", take_failure },
                                           { "resourcelocation", take_resource },
                                           { "resourcelocation@odata.navigationlink", take_link },
                                           { 0 } };
  g_auto (ServiceBody) body = { 0 };
  OperationReading self = { .operation = operation };
  JsonToken first;

  service_body_open (&body, name, text);
  const gboolean fine
      = service_body_next (&body, &first, error)
        && service_body_object (&body, &first, members, &self, error)
        && (self.has_status || service_body_refuse (&body, &first, "an object with status", error))
        && service_body_end (&body, error);
  if (operation->link == NULL)
    operation->link = g_steal_pointer (&self.text_link);
  g_free (self.text_link);
  return fine;
}

static gboolean
take_any_error (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  return take_error (body, first, data, error);
}

char *
operation_body_error_code (Slice text)
{
  static const ServiceMember members[] = { { "error", take_any_error }, { 0 } };
  g_auto (ServiceBody) body = { 0 };
  g_autoptr (GError) cause = NULL;
  g_autofree char *code = NULL;
  JsonToken first;

  service_body_open (&body, "error", text);
  if (!service_body_next (&body, &first, &cause) || first.type != JSON_TOKEN_OBJECT
      || !service_body_object (&body, &first, members, &code, &cause))
    return NULL;
  return g_steal_pointer (&code);
}
