/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fetch/mca-walk.h"

#include <string.h>

#include "base/recon-error.h"
#include "fetch/file-names.h"

typedef struct
{
  ServiceClient *client;
  const FetchPlan *plan;
  const ServiceReader *reader;
  const FetchStore *store;
  FileNames *names;
  GPtrArray *profiles;  /* ServiceProfile *, in the order of the answer */
  ServiceUrl *accounts; /* the first request */
} McaWalk;

static const guint good[] = { 200, 0 };
static const guint good_or_nothing[] = { 200, 204, 0 };

/* The bytes of the file: those that are kept, else the answer's. NULL with *@error, or without:
   there is nothing. */
static GByteArray *
bytes_of (McaWalk *self, const ServiceRequest *request, const char *name, gboolean *is_kept,
          GError **error)
{
  GByteArray *kept = self->store->kept (self->store->data, name);
  g_auto (HttpAnswer) answer = { 0 };

  *is_kept = kept != NULL;
  if (kept != NULL)
    return kept;
  if (!service_client_ask (self->client, request, &answer, error) || answer.status == 204)
    return NULL;
  return g_steal_pointer (&answer.body);
}

/* Reads and saves one page. TRUE without a page (page->next is NULL) also where there is none. */
static gboolean
take_page (McaWalk *self, const ServiceRequest *request, const char *name, ServiceKind kind,
           ServicePage *page, GError **error)
{
  gboolean is_kept;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = bytes_of (self, request, name, &is_kept, &cause);
  const FetchedFile file = { name, request->url->path, TRUE, FALSE };

  if (bytes == NULL)
    {
      if (cause == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  const Slice body = { (const char *) bytes->data, bytes->len };
  if (!self->reader->read_page (name, kind, body, page, &cause))
    return service_client_refuse_body (self->client, request, g_steal_pointer (&cause), error);
  FetchedFile saved = file;
  saved.has_next = page->next != NULL;
  return self->store->save (self->store->data, &saved, body, is_kept, error);
}

/* Takes over the profiles that @page tells. */
static void
take_profiles (McaWalk *self, ServicePage *page)
{
  for (guint i = 0; page->profiles != NULL && i < page->profiles->len; i++)
    {
      ServiceProfile *profile = g_ptr_array_index (page->profiles, i);
      ServiceProfile *copy = g_new0 (ServiceProfile, 1);
      copy->account = g_strdup (profile->account);
      copy->name = g_strdup (profile->name);
      copy->id = g_strdup (profile->id);
      g_ptr_array_add (self->profiles, copy);
    }
}

/* Where the list goes on; NULL: it may not. */
static ServiceUrl *
next_of (McaWalk *self, const ServiceRequest *request, const char *link, GHashTable *seen,
         GError **error)
{
  const char *fault = NULL;

  if (!g_hash_table_add (seen, g_strdup (link)))
    fault = "found a nextLink that this list had before, expected a list that ends";
  else if (g_hash_table_size (seen) >= self->plan->max_pages)
    fault = "found more pages than --max-pages, expected a list that ends";
  if (fault == NULL)
    return service_client_follow (self->client, request, link, error);
  service_client_refuse (self->client, request, RECON_ERROR_INPUT, fault, error);
  return NULL;
}

/* "PREFIX-0001.json" and on. */
static gboolean
take_list (McaWalk *self, const ServiceUrl *first, const char *prefix, ServiceKind kind,
           GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ServiceUrl) next = NULL;
  const ServiceUrl *url = first;

  for (guint number = 1; url != NULL; number++)
    {
      g_auto (ServicePage) page = { 0 };
      g_autofree char *name = g_strdup_printf ("%s-%04u.json", prefix, number);
      const ServiceRequest request = { .url = url, .statuses = good };

      if (!take_page (self, &request, name, kind, &page, error))
        return FALSE;
      if (kind == SERVICE_ACCOUNTS)
        take_profiles (self, &page);
      ServiceUrl *following
          = page.next != NULL ? next_of (self, &request, page.next, seen, error) : NULL;
      if (page.next != NULL && following == NULL)
        return FALSE;
      service_url_free (next);
      url = next = following;
    }
  return TRUE;
}

static gboolean
is_same (const char *wanted, const char *name)
{
  return name != NULL && g_ascii_strcasecmp (wanted, name) == 0;
}

static gboolean
is_in_account (const McaWalk *self, const ServiceProfile *profile)
{
  return self->plan->account == NULL || is_same (self->plan->account, profile->account);
}

static gboolean
is_wanted (const McaWalk *self, const ServiceProfile *profile)
{
  const char *const *wanted = self->plan->profiles;

  if (profile->name == NULL || !is_in_account (self, profile))
    return FALSE;
  if (wanted == NULL || wanted[0] == NULL)
    return TRUE;
  for (; *wanted != NULL; wanted++)
    if (is_same (*wanted, profile->name))
      return TRUE;
  return FALSE;
}

/* Each of those that were named is there. */
static gboolean
check_named (const McaWalk *self, GError **error)
{
  const ServiceRequest request = { .url = self->accounts };
  gboolean has_account = self->plan->account == NULL;

  for (guint i = 0; i < self->profiles->len && !has_account; i++)
    has_account = is_in_account (self, g_ptr_array_index (self->profiles, i));
  if (!has_account)
    return service_client_refuse (self->client, &request, RECON_ERROR_INPUT,
                                  "found no account with the name of --account, expected it in "
                                  "the answer",
                                  error);
  for (const char *const *name = self->plan->profiles; name != NULL && *name != NULL; name++)
    {
      gboolean has_profile = FALSE;
      for (guint i = 0; i < self->profiles->len && !has_profile; i++)
        {
          const ServiceProfile *profile = g_ptr_array_index (self->profiles, i);
          has_profile = is_in_account (self, profile) && is_same (*name, profile->name);
        }
      if (!has_profile)
        return service_client_refuse (self->client, &request, RECON_ERROR_INPUT,
                                      "found no profile with the name of a --profile, expected it "
                                      "in the answer",
                                      error);
    }
  return TRUE;
}

/* "ID/providers/Microsoft.Consumption/@what?@query" */
static ServiceUrl *
url_of (const McaWalk *self, const ServiceProfile *profile, const char *what, const char *query)
{
  g_autofree char *path
      = g_strconcat (profile->id, "/providers/Microsoft.Consumption/", what, NULL);

  return service_url_below (service_client_base (self->client), path, query);
}

static gboolean
take_balance (McaWalk *self, const ServiceUrl *url, const char *prefix, GError **error)
{
  g_auto (ServicePage) page = { 0 };
  g_autofree char *name = g_strconcat (prefix, "-balance.json", NULL);
  const ServiceRequest request = { .url = url, .statuses = good_or_nothing };

  return take_page (self, &request, name, SERVICE_BALANCE, &page, error);
}

static gboolean
take_credits (McaWalk *self, const ServiceProfile *profile, const char *prefix, GError **error)
{
  char start[DAY_TEXT_SIZE], end[DAY_TEXT_SIZE];
  g_autofree char *version = service_url_encode_segment (self->plan->api_version);
  g_autofree char *query = g_strconcat ("api-version=", version, NULL);
  calendar_print_day (self->plan->start, start);
  calendar_print_day (self->plan->end, end);
  g_autofree char *days = g_strconcat (query, "&startDate=", start, "&endDate=", end, NULL);
  g_autofree char *lots_prefix = g_strconcat (prefix, "-lots", NULL);
  g_autofree char *events_prefix = g_strconcat (prefix, "-events", NULL);
  g_autoptr (ServiceUrl) balance = url_of (self, profile, "credits/balanceSummary", query);
  g_autoptr (ServiceUrl) lots = url_of (self, profile, "lots", query);
  g_autoptr (ServiceUrl) events = url_of (self, profile, "events", days);

  return take_balance (self, balance, prefix, error)
         && take_list (self, lots, lots_prefix, SERVICE_LOTS, error)
         && take_list (self, events, events_prefix, SERVICE_EVENTS, error);
}

static gboolean
take_profile (McaWalk *self, const ServiceProfile *profile, GError **error)
{
  const ServiceRequest request = { .url = self->accounts };
  g_autofree char *prefix = file_names_claim_prefix (self->names, profile->name);
  const char *fault = NULL;

  if (profile->id == NULL || profile->id[0] != '/')
    fault = "found a profile without an id that is a path, expected one like /providers/...";
  else if (strpbrk (profile->id, "?#\\") != NULL)
    fault = "found a profile whose id has a question mark, # or backslash, expected a path";
  else if (prefix == NULL)
    fault = "found a profile with a name of more than 200 bytes, expected a shorter one";
  else if (service_client_is_secret (self->client, (Slice){ profile->id, strlen (profile->id) })
           || service_client_is_secret (self->client, (Slice){ prefix, strlen (prefix) }))
    fault = "found the token in an id, expected an answer without it";
  if (fault != NULL)
    return service_client_refuse (self->client, &request, RECON_ERROR_INPUT, fault, error);
  return take_credits (self, profile, prefix, error);
}

static gboolean
walk (McaWalk *self, GError **error)
{
  if (!take_list (self, self->accounts, "accounts", SERVICE_ACCOUNTS, error)
      || !check_named (self, error))
    return FALSE;
  for (guint i = 0; i < self->profiles->len; i++)
    {
      const ServiceProfile *profile = g_ptr_array_index (self->profiles, i);
      if (is_wanted (self, profile) && !take_profile (self, profile, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mca_walk (ServiceClient *client, const FetchPlan *plan, const ServiceReader *reader,
          const FetchStore *store, GError **error)
{
  g_autoptr (FileNames) names = file_names_new ();
  g_autoptr (GPtrArray) profiles
      = g_ptr_array_new_with_free_func ((GDestroyNotify) service_answer_free_profile);
  g_autoptr (ServiceUrl) accounts = service_url_below (
      service_client_base (client), "/providers/Microsoft.Billing/billingAccounts",
      "$expand=billingProfiles&api-version=2019-10-01-preview");
  McaWalk self = { client, plan, reader, store, names, profiles, accounts };

  return walk (&self, error);
}
