/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/manifest-body.h"

#include <string.h>

#include "input/service/service-body.h"

typedef struct
{
  ServiceManifest *manifest;
  char *count;   /* blobCount as it stands; NULL: none */
  gsize sas;     /* where the quotes of the secret are within the body ... */
  gsize sas_end; /* ... and where they end; 0: there is none */
} ManifestReading;

static gboolean
take_etag (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  ManifestReading *self = data;
  return service_body_text (body, first, &self->manifest->etag, error);
}

static gboolean
take_root (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  ManifestReading *self = data;
  return service_body_text (body, first, &self->manifest->root, error);
}

/* Behind the quote that ends the text of which the first stands at @from. */
static gsize
end_of_text (const ServiceBody *body, gsize from)
{
  gsize at = from + 1;

  while (body->whole.text[at] != '"')
    at += body->whole.text[at] == '\\' ? 2 : 1;
  return at + 1;
}

static gboolean
take_sas (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  ManifestReading *self = data;

  if (!service_body_text (body, first, &self->manifest->sas, error))
    return FALSE;
  if (first->type != JSON_TOKEN_STRING)
    return TRUE;
  self->sas = service_body_offset (body, first->place);
  self->sas_end = end_of_text (body, self->sas);
  return TRUE;
}

static gboolean
take_count (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  ManifestReading *self = data;

  if (first->type != JSON_TOKEN_NUMBER)
    return service_body_refuse (body, first, "a number for blobCount", error);
  g_free (self->count);
  self->count = slice_dup (first->text);
  return TRUE;
}

static gboolean
take_blob_name (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  char **name = data;

  if (first->type != JSON_TOKEN_STRING)
    return service_body_refuse (body, first, "a text for the name of a blob", error);
  g_free (*name);
  *name = slice_dup (first->text); /* its blanks are part of it */
  return TRUE;
}

static gboolean
take_blob (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const ServiceMember members[] = { { "name", take_blob_name }, { 0 } };
  ManifestReading *self = data;
  g_autofree char *name = NULL;
  const JsonToken brace = *first;

  if (!service_body_object (body, first, members, &name, error))
    return FALSE;
  if (name == NULL)
    return service_body_refuse (body, &brace, "an object with the name of a blob", error);
  g_ptr_array_add (self->manifest->blobs, g_steal_pointer (&name));
  return TRUE;
}

static gboolean
take_blobs (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  return service_body_array (body, first, take_blob, data, error);
}

static gboolean
check_manifest (const ServiceBody *body, const JsonToken *brace, const ManifestReading *self,
                GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", self->manifest->blobs->len);

  if (self->manifest->root == NULL)
    return service_body_refuse (body, brace, "a manifest with rootDirectory", error);
  if (self->count == NULL || !g_str_equal (self->count, number))
    return service_body_refuse (body, brace, "a manifest with as many blobs as blobCount says",
                                error);
  return TRUE;
}

/* Byte for byte, but for the secret. */
static GString *
text_without_secret (const ServiceBody *body, const ManifestReading *self)
{
  const Slice whole = body->whole;
  GString *text
      = g_string_new_len (whole.text, (gssize) (self->sas_end > 0 ? self->sas : whole.length));

  if (self->sas_end > 0)
    {
      g_string_append (text, "\"\"");
      g_string_append_len (text, whole.text + self->sas_end,
                           (gssize) (whole.length - self->sas_end));
    }
  return text;
}

gboolean
manifest_body_read (const char *name, Slice text, ServiceManifest *manifest, GError **error)
{
  static const ServiceMember members[]
      = { { "etag", take_etag },       { "rootdirectory", take_root }, { "sastoken", take_sas },
          { "blobcount", take_count }, { "blobs", take_blobs },        { 0 } };
  g_auto (ServiceBody) body = { 0 };
  ManifestReading self = { .manifest = manifest };
  JsonToken first;

  manifest->blobs = g_ptr_array_new_with_free_func (g_free);
  service_body_open (&body, name, text);
  const gboolean fine = service_body_next (&body, &first, error)
                        && service_body_object (&body, &first, members, &self, error)
                        && check_manifest (&body, &first, &self, error)
                        && service_body_end (&body, error);
  if (fine)
    manifest->text = text_without_secret (&body, &self);
  if (fine && manifest->sas == NULL)
    manifest->sas = g_strdup ("");
  g_free (self.count);
  return fine;
}
