/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/fetch-json.h"

#include "input/service/service-body.h"

#define SCHEMA "acorecon.fetch/1"

typedef struct
{
  FetchRecord *record;
  char *schema;
} RecordReading;

static gboolean
take_schema (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  RecordReading *self = data;
  return service_body_text (body, first, &self->schema, error);
}

static gboolean
take_command (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  RecordReading *self = data;
  return service_body_text (body, first, &self->record->command, error);
}

static gboolean
take_base_url (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  RecordReading *self = data;
  return service_body_text (body, first, &self->record->base_url, error);
}

static gboolean
take_parameters (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  RecordReading *self = data;
  Slice bytes;

  if (first->type != JSON_TOKEN_OBJECT)
    return service_body_refuse (body, first, "an object", error);
  if (!service_body_bytes (body, first, &bytes, error))
    return FALSE;
  g_free (self->record->parameters);
  self->record->parameters = slice_dup (bytes);
  return TRUE;
}

static gboolean
take_complete (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  RecordReading *self = data;

  self->record->complete = first->type == JSON_TOKEN_TRUE;
  return service_body_skip (body, first, error);
}

static gboolean
take_name (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  FetchRecordFile *file = data;
  return service_body_text (body, first, &file->file, error);
}

static gboolean
take_request (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  FetchRecordFile *file = data;
  return service_body_text (body, first, &file->request, error);
}

static gboolean
take_sha256 (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  FetchRecordFile *file = data;
  return service_body_text (body, first, &file->sha256, error);
}

static gboolean
take_bytes (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  FetchRecordFile *file = data;

  if (first->type != JSON_TOKEN_NUMBER || first->text.length > 18)
    return service_body_refuse (body, first, "a number of bytes", error);
  file->bytes = 0;
  for (gsize i = 0; i < first->text.length; i++)
    {
      if (!g_ascii_isdigit (first->text.text[i]))
        return service_body_refuse (body, first, "a number of bytes", error);
      file->bytes = file->bytes * 10 + (guint64) (first->text.text[i] - '0');
    }
  return TRUE;
}

static gboolean
take_next (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  FetchRecordFile *file = data;

  file->next = first->type == JSON_TOKEN_TRUE    ? FETCH_NEXT_PAGE
               : first->type == JSON_TOKEN_FALSE ? FETCH_LAST_PAGE
                                                 : FETCH_NO_PAGE;
  return service_body_skip (body, first, error);
}

static gboolean
take_file (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const ServiceMember members[]
      = { { "file", take_name },   { "request", take_request }, { "sha256", take_sha256 },
          { "bytes", take_bytes }, { "next", take_next },       { 0 } };
  RecordReading *self = data;
  FetchRecordFile file = { 0 };
  const JsonToken brace = *first;

  gboolean fine = service_body_object (body, first, members, &file, error);
  if (fine && (file.file == NULL || file.sha256 == NULL))
    fine = service_body_refuse (body, &brace, "an object with file and sha256", error);
  if (fine)
    fetch_record_add (self->record, &file);
  g_free (file.file);
  g_free (file.request);
  g_free (file.sha256);
  return fine;
}

static gboolean
take_files (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  return service_body_array (body, first, take_file, data, error);
}

FetchRecord *
fetch_json_read (const char *name, Slice text, GError **error)
{
  static const ServiceMember members[] = { { "schema", take_schema },
                                           { "command", take_command },
                                           { "base_url", take_base_url },
                                           { "parameters", take_parameters },
                                           { "complete", take_complete },
                                           { "files", take_files },
                                           { 0 } };
  g_auto (ServiceBody) body = { 0 };
  g_autoptr (FetchRecord) record = fetch_record_new (NULL, NULL, NULL);
  RecordReading self = { .record = record };
  JsonToken first;

  service_body_open (&body, name, text);
  gboolean fine = service_body_next (&body, &first, error)
                  && service_body_object (&body, &first, members, &self, error)
                  && service_body_end (&body, error);
  if (fine && g_strcmp0 (self.schema, SCHEMA) != 0)
    fine = service_body_refuse (&body, &first, "an object with the schema " SCHEMA, error);
  g_free (self.schema);
  return fine ? g_steal_pointer (&record) : NULL;
}
