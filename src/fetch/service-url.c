/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fetch/service-url.h"

#include <string.h>

#include "base/recon-error.h"

#define PORT_MAX 65535
#define HOST_LENGTH_MAX 253

static gpointer
refuse (const char *found, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "found %s, expected an address like https://host/path", found);
  return NULL;
}

/* Encodes what no URL may hold as it is; @kept stands for itself beside letters and digits. */
static char *
encode (const char *text, const char *kept)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || strchr (kept, *at) != NULL)
      g_string_append_c (out, *at);
    else
      g_string_append_printf (out, "%%%02X", (guint) (guchar) *at);
  return g_string_free (out, FALSE);
}

char *
service_url_encode_segment (const char *text)
{
  return encode (text, "-._~!$&'()*+,;=:@");
}

static gboolean
is_host (const char *host)
{
  const gsize length = strlen (host);
  const gboolean is_bracketed = host[0] == '[';
  const char *const others = is_bracketed ? ":." : "-._";
  const gsize from = is_bracketed ? 1 : 0;

  if (length <= 2 * from || length > HOST_LENGTH_MAX
      || (is_bracketed && (host[length - 1] != ']' || strchr (host, ':') == NULL)))
    return FALSE;
  for (gsize i = from; i < length - from; i++)
    if (!g_ascii_isalnum (host[i]) && strchr (others, host[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Of "" that of the scheme; 0: it is none. */
static guint
port_of (const char *text, const char *scheme)
{
  guint port = 0;

  if (*text == '\0')
    return g_str_equal (scheme, "https") ? 443 : 80;
  for (; g_ascii_isdigit (*text) && port <= PORT_MAX; text++)
    port = port * 10 + (guint) (*text - '0');
  return *text == '\0' && port <= PORT_MAX ? port : 0;
}

/* "host", "host:port". */
static gboolean
take_authority (ServiceUrl *self, const char *text, gsize length)
{
  g_autofree char *authority = g_ascii_strdown (text, (gssize) length);
  char *from = authority[0] == '[' ? strchr (authority, ']') : authority;
  char *colon = from != NULL ? strchr (from, ':') : NULL;

  if (strlen (authority) != length)
    return FALSE;
  if (colon != NULL)
    *colon = '\0';
  self->port = port_of (colon != NULL ? colon + 1 : "", self->scheme);
  self->host = g_strdup (authority);
  return is_host (authority) && self->port != 0 && (colon == NULL || colon[1] != '\0');
}

/* "/path?query#fragment", each of them optional. */
static gboolean
take_place (ServiceUrl *self, const char *text)
{
  const gsize path = strcspn (text, "?#");
  g_autofree char *raw_path = g_strndup (text, path);
  const gboolean has_query = text[path] == '?';
  g_autofree char *raw_query
      = has_query ? g_strndup (text + path + 1, strcspn (text + path + 1, "#")) : NULL;

  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at < ' ' || *at == 0x7f || *at == '\\')
      return FALSE;
  self->path = raw_path[0] == '\0' ? g_strdup ("/") : encode (raw_path, "-._~!$&'()*+,;=:@/%");
  self->query = raw_query != NULL ? encode (raw_query, "-._~!$&'()*+,;=:@/?%") : NULL;
  return self->path[0] == '/';
}

static const char *
scheme_of (const char *text)
{
  if (g_ascii_strncasecmp (text, "https://", 8) == 0)
    return "https";
  return g_ascii_strncasecmp (text, "http://", 7) == 0 ? "http" : NULL;
}

ServiceUrl *
service_url_parse (const char *text, GError **error)
{
  g_autoptr (ServiceUrl) self = g_new0 (ServiceUrl, 1);

  self->scheme = g_strdup (scheme_of (text));
  if (self->scheme == NULL)
    return refuse ("neither https:// nor http:// at the beginning of a link", error);
  const char *authority = text + strlen (self->scheme) + strlen ("://");
  const gsize length = strcspn (authority, "/?#");
  if (!take_authority (self, authority, length))
    return refuse ("a link without a plain host", error);
  if (!take_place (self, authority + length))
    return refuse ("a link with a control character or a backslash", error);
  return g_steal_pointer (&self);
}

ServiceUrl *
service_url_resolve (const ServiceUrl *base, const char *text, GError **error)
{
  if (text[0] != '/' || text[1] == '/')
    return service_url_parse (text, error);

  g_autoptr (ServiceUrl) self = g_new0 (ServiceUrl, 1);
  self->scheme = g_strdup (base->scheme);
  self->host = g_strdup (base->host);
  self->port = base->port;
  if (!take_place (self, text))
    return refuse ("a link with a control character or a backslash", error);
  return g_steal_pointer (&self);
}

ServiceUrl *
service_url_below (const ServiceUrl *base, const char *path, const char *query)
{
  ServiceUrl *self = g_new0 (ServiceUrl, 1);
  g_autofree char *above = g_strdup (base->path);
  g_autofree char *encoded = encode (path, "-._~!$&'()*+,;=:@/%");

  if (g_str_has_suffix (above, "/"))
    above[strlen (above) - 1] = '\0';
  self->scheme = g_strdup (base->scheme);
  self->host = g_strdup (base->host);
  self->port = base->port;
  self->path = g_strconcat (above, encoded, NULL);
  self->query = g_strdup (query);
  return self;
}

void
service_url_free (ServiceUrl *self)
{
  if (self == NULL)
    return;
  g_free (self->scheme);
  g_free (self->host);
  g_free (self->path);
  g_free (self->query);
  g_free (self);
}

gboolean
service_url_is_same_origin (const ServiceUrl *self, const ServiceUrl *other)
{
  return g_str_equal (self->scheme, other->scheme) && g_str_equal (self->host, other->host)
         && self->port == other->port;
}

gboolean
service_url_is_plain_loopback (const ServiceUrl *self)
{
  return g_str_equal (self->scheme, "http")
         && (g_str_equal (self->host, "127.0.0.1") || g_str_equal (self->host, "[::1]")
             || g_str_equal (self->host, "localhost"));
}

gboolean
service_url_is_encrypted (const ServiceUrl *self)
{
  return g_str_equal (self->scheme, "https");
}

char *
service_url_text (const ServiceUrl *self)
{
  return g_strdup_printf ("%s://%s:%u%s%s%s", self->scheme, self->host, self->port, self->path,
                          self->query != NULL ? "?" : "", self->query != NULL ? self->query : "");
}
