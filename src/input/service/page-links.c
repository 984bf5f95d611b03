/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/page-links.h"

#include <string.h>

#include "input/service/service-body.h"

/* An account or a profile, as far as it is told. */
typedef struct
{
  char *id;
  char *name;
  GPtrArray *profiles; /* of an account: its profiles; NULL of a profile */
} Resource;

typedef struct
{
  ServicePage *page;
  gboolean is_list; /* "value" is an array */
  Resource *alone;  /* what the object is, if it is none */
} PageReading;

static void
clear_resource (Resource *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Resource, clear_resource)

/* The name, else the last segment of the id. (transfer full) */
static char *
name_of (const Resource *self)
{
  const char *slash = self->id != NULL ? strrchr (self->id, '/') : NULL;

  if (self->name != NULL)
    return g_strdup (self->name);
  return g_strdup (slash != NULL ? slash + 1 : self->id);
}

/* Any type but a text is for who judges the page. */
static gboolean
take_text (ServiceBody *body, const JsonToken *first, char **text, GError **error)
{
  if (first->type != JSON_TOKEN_STRING)
    return service_body_skip (body, first, error);
  return service_body_text (body, first, text, error);
}

static gboolean
take_id (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  Resource *self = data;
  return take_text (body, first, &self->id, error);
}

static gboolean
take_name (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  Resource *self = data;
  return take_text (body, first, &self->name, error);
}

static gboolean
take_profile (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const ServiceMember members[] = { { "id", take_id }, { "name", take_name }, { 0 } };
  GPtrArray *profiles = data;
  g_auto (Resource) resource = { 0 };

  if (first->type != JSON_TOKEN_OBJECT)
    return service_body_skip (body, first, error);
  if (!service_body_object (body, first, members, &resource, error))
    return FALSE;
  ServiceProfile *profile = g_new0 (ServiceProfile, 1);
  profile->name = name_of (&resource);
  profile->id = g_steal_pointer (&resource.id);
  g_ptr_array_add (profiles, profile);
  return TRUE;
}

static gboolean
take_profile_array (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  if (first->type != JSON_TOKEN_ARRAY)
    return service_body_skip (body, first, error);
  return service_body_array (body, first, take_profile, data, error);
}

static gboolean
take_profiles (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const ServiceMember members[] = { { "value", take_profile_array }, { 0 } };
  Resource *self = data;

  if (first->type == JSON_TOKEN_OBJECT)
    return service_body_object (body, first, members, self->profiles, error);
  return take_profile_array (body, first, self->profiles, error);
}

static gboolean
take_properties (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const ServiceMember members[] = { { "billingprofiles", take_profiles }, { 0 } };

  if (first->type != JSON_TOKEN_OBJECT)
    return service_body_skip (body, first, error);
  return service_body_object (body, first, members, data, error);
}

static Resource
new_account (void)
{
  return (Resource){ .profiles = g_ptr_array_new_with_free_func (
                         (GDestroyNotify) service_answer_free_profile) };
}

/* An account without profiles is told, too: it is there. */
static void
tell_account (Resource *account, ServicePage *page)
{
  g_autofree char *name = name_of (account);

  if (account->profiles->len == 0)
    g_ptr_array_add (account->profiles, g_new0 (ServiceProfile, 1));
  while (account->profiles->len > 0)
    {
      ServiceProfile *profile = g_ptr_array_steal_index (account->profiles, 0);
      profile->account = g_strdup (name);
      g_ptr_array_add (page->profiles, profile);
    }
}

static gboolean
take_account (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  static const ServiceMember members[]
      = { { "id", take_id }, { "name", take_name }, { "properties", take_properties }, { 0 } };
  PageReading *self = data;
  g_auto (Resource) account = new_account ();

  if (first->type != JSON_TOKEN_OBJECT)
    return service_body_skip (body, first, error);
  if (!service_body_object (body, first, members, &account, error))
    return FALSE;
  tell_account (&account, self->page);
  return TRUE;
}

/* Of the object that the page is. */

static gboolean
take_value (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  PageReading *self = data;

  if (first->type != JSON_TOKEN_ARRAY)
    return service_body_skip (body, first, error);
  self->is_list = TRUE;
  return service_body_array (body, first, take_account, self, error);
}

static gboolean
take_next (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  PageReading *self = data;
  return service_body_text (body, first, &self->page->next, error);
}

static gboolean
take_own_id (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  PageReading *self = data;
  return take_id (body, first, self->alone, error);
}

static gboolean
take_own_name (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  PageReading *self = data;
  return take_name (body, first, self->alone, error);
}

static gboolean
take_own_properties (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  PageReading *self = data;
  return take_properties (body, first, self->alone, error);
}

gboolean
page_links_read (const char *name, Slice text, ServicePage *page, GError **error)
{
  static const ServiceMember members[] = { { "value", take_value },
                                           { "nextlink", take_next },
                                           { "id", take_own_id },
                                           { "name", take_own_name },
                                           { "properties", take_own_properties },
                                           { 0 } };
  g_auto (ServiceBody) body = { 0 };
  g_auto (Resource) alone = new_account ();
  PageReading self = { .page = page, .alone = &alone };
  JsonToken first;

  page->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) service_answer_free_profile);
  service_body_open (&body, name, text);
  if (!service_body_next (&body, &first, error))
    return FALSE;
  if (first.type == JSON_TOKEN_ARRAY)
    return service_body_array (&body, &first, take_account, &self, error)
           && service_body_end (&body, error);
  if (!service_body_object (&body, &first, members, &self, error)
      || !service_body_end (&body, error))
    return FALSE;
  if (!self.is_list)
    {
      tell_account (&alone, page);
      g_clear_pointer (&page->next, g_free);
    }
  return TRUE;
}
