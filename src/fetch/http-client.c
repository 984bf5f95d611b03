/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fetch/http-client.h"

#include "base/recon-error.h"

#ifdef HAVE_CURL

#include <string.h>
#include <time.h>

#include "base/late/curl-library.h"

#define HEADER_BYTES_MAX (1024 * 1024)
#define LOOK_MS 1000

struct HttpClient
{
  CURL *easy;
  CURLM *multi;
  GString *authorities; /* certificates; empty: those that libcurl knows */
  /* Of the request under way. */
  const HttpRequest *request;
  HttpAnswer *answer;
  gint64 arrived; /* when something last did */
  gsize header_bytes;
};

/* Authorities that the environment names, as the tools of OpenSSL and of curl read it; where it
   names two files, both count. */
static GString *
read_authorities (void)
{
  static const char *const names[] = { "CURL_CA_BUNDLE", "SSL_CERT_FILE" };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *path = g_getenv (names[i]);
      g_autofree char *text = NULL;
      if (i > 0 && g_strcmp0 (path, g_getenv (names[0])) == 0)
        continue;
      if (path != NULL && *path != '\0' && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append_printf (all, "%s\n", text);
    }
  return all;
}

HttpClient *
http_client_new (GError **error)
{
  g_autoptr (HttpClient) self = NULL;

  if (!curl_library_open (error))
    return NULL;
  self = g_new0 (HttpClient, 1);
  self->authorities = read_authorities ();
  if (curl_global_init (CURL_GLOBAL_DEFAULT) == CURLE_OK)
    {
      self->easy = curl_easy_init ();
      self->multi = curl_multi_init ();
    }
  if (self->easy != NULL && self->multi != NULL)
    return g_steal_pointer (&self);
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INTERNAL,
                       "libcurl cannot be used; nothing was written");
  return NULL;
}

void
http_client_free (HttpClient *self)
{
  if (self == NULL)
    return;
  if (self->easy != NULL)
    curl_easy_cleanup (self->easy);
  if (self->multi != NULL)
    (void) curl_multi_cleanup (self->multi);
  g_string_free (self->authorities, TRUE);
  g_free (self);
}

static gsize
take_body (char *bytes, gsize size, gsize count, void *data)
{
  HttpClient *self = data;
  const gsize length = size * count;

  self->arrived = g_get_monotonic_time ();
  if (self->answer->body->len + length > self->request->max_bytes)
    {
      self->answer->outcome = HTTP_TOO_LARGE;
      return 0;
    }
  g_byte_array_append (self->answer->body, (const guint8 *) bytes, (guint) length);
  return length;
}

static gsize
take_header (char *bytes G_GNUC_UNUSED, gsize size, gsize count, void *data)
{
  HttpClient *self = data;

  self->arrived = g_get_monotonic_time ();
  self->header_bytes += size * count;
  if (self->header_bytes <= HEADER_BYTES_MAX)
    return size * count;
  self->answer->outcome = HTTP_TOO_LARGE;
  return 0;
}

static const char *
header_of (CURL *easy, const char *name)
{
  struct curl_header *header;

  return curl_easy_header (easy, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value
                                                                                  : NULL;
}

/* A number of seconds, or a date, which may be past. */
static gint64
wait_of (const char *text)
{
  gint64 seconds = 0;
  const char *at = text;

  if (text == NULL || *text == '\0')
    return -1;
  for (; g_ascii_isdigit (*at) && seconds < G_MAXINT32; at++)
    seconds = seconds * 10 + (*at - '0');
  if (at > text && (*at == '\0' || g_ascii_isdigit (*at)))
    return seconds;
  const time_t date = curl_getdate (text, NULL);
  return date < 0 ? -1 : MAX ((gint64) date - (gint64) time (NULL), 0);
}

static void
set_what_is_safe (const HttpClient *self, const HttpRequest *request)
{
  CURL *easy = self->easy;

  curl_easy_setopt (easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt (easy, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt (easy, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_1_1);
  curl_easy_setopt (easy, CURLOPT_HEADEROPT, (long) CURLHEADER_SEPARATE);
  curl_easy_setopt (easy, CURLOPT_NETRC, (long) CURL_NETRC_IGNORED);
  if (g_str_has_prefix (request->url, "http://")) /* this machine; else a proxy saw the token */
    curl_easy_setopt (easy, CURLOPT_NOPROXY, "*");
  if (self->authorities->len > 0)
    {
      struct curl_blob blob = { self->authorities->str, self->authorities->len, CURL_BLOB_NOCOPY };
      curl_easy_setopt (easy, CURLOPT_CAINFO_BLOB, &blob);
    }
}

static struct curl_slist *
append_header (struct curl_slist *headers, const char *line)
{
  struct curl_slist *longer = curl_slist_append (headers, line);
  return longer != NULL ? longer : headers;
}

static struct curl_slist *
headers_of (const HttpRequest *request)
{
  struct curl_slist *headers = append_header (NULL, "Accept: application/json, */*");

  if (request->body != NULL)
    headers = append_header (headers, "Content-Type: application/json");
  if (request->bearer != NULL)
    {
      g_autofree char *line = g_strconcat ("Authorization: Bearer ", request->bearer, NULL);
      headers = append_header (headers, line);
    }
  return headers;
}

static void
set_request (HttpClient *self, const HttpRequest *request, struct curl_slist *headers)
{
  CURL *easy = self->easy;

  curl_easy_reset (easy);
  set_what_is_safe (self, request);
  curl_easy_setopt (easy, CURLOPT_URL, request->url);
  curl_easy_setopt (easy, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt (easy, CURLOPT_USERAGENT, PACKAGE_NAME "/" PACKAGE_VERSION);
  curl_easy_setopt (easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (easy, CURLOPT_CONNECTTIMEOUT_MS, (long) MAX (request->timeout / 1000, 1));
  if (request->body != NULL)
    curl_easy_setopt (easy, CURLOPT_POSTFIELDS, request->body);
  curl_easy_setopt (easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt (easy, CURLOPT_WRITEDATA, (void *) self);
  curl_easy_setopt (easy, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt (easy, CURLOPT_HEADERDATA, (void *) self);
}

static HttpOutcome
outcome_of (CURLcode code, guint status)
{
  switch ((guint) code)
    {
    case CURLE_OK:
      return HTTP_ANSWERED;
    case CURLE_OPERATION_TIMEDOUT:
      return HTTP_SILENT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return HTTP_UNTRUSTED;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_URL_MALFORMAT:
    case CURLE_FAILED_INIT:
      return HTTP_UNAVAILABLE;
    default:
      return status != 0 ? HTTP_CUT : HTTP_UNREACHED;
    }
}

/* How the transfer ended, once it has. */
static CURLcode
code_of (const HttpClient *self)
{
  int left;
  const CURLMsg *message = curl_multi_info_read (self->multi, &left);

  return message != NULL ? message->data.result : CURLE_FAILED_INIT;
}

static void
transfer (HttpClient *self)
{
  HttpAnswer *answer = self->answer;
  int running = 1;
  CURLMcode fault = CURLM_OK;

  while (fault == CURLM_OK && running > 0)
    {
      fault = curl_multi_perform (self->multi, &running);
      const gint64 left = self->request->timeout - (g_get_monotonic_time () - self->arrived);
      if (running > 0 && left <= 0)
        {
          answer->outcome = HTTP_SILENT;
          return;
        }
      if (fault == CURLM_OK && running > 0)
        fault = curl_multi_poll (self->multi, NULL, 0, (int) CLAMP (left / 1000 + 1, 1, LOOK_MS),
                                 NULL);
    }
  long status = 0;
  (void) curl_easy_getinfo (self->easy, CURLINFO_RESPONSE_CODE, &status);
  answer->status = (guint) status;
  if (answer->outcome == HTTP_ANSWERED)
    answer->outcome
        = fault == CURLM_OK ? outcome_of (code_of (self), answer->status) : HTTP_UNAVAILABLE;
}

void
http_client_ask (HttpClient *self, const HttpRequest *request, HttpAnswer *answer)
{
  struct curl_slist *headers = headers_of (request);

  http_client_clear (answer);
  answer->body = g_byte_array_new ();
  answer->wait = -1;
  self->request = request;
  self->answer = answer;
  self->header_bytes = 0;
  self->arrived = g_get_monotonic_time ();
  set_request (self, request, headers);
  if (curl_multi_add_handle (self->multi, self->easy) == CURLM_OK)
    transfer (self);
  else
    answer->outcome = HTTP_UNAVAILABLE;
  if (answer->outcome == HTTP_ANSWERED)
    {
      answer->location = g_strdup (header_of (self->easy, "Location"));
      answer->wait = wait_of (header_of (self->easy, "Retry-After"));
    }
  (void) curl_multi_remove_handle (self->multi, self->easy);
  curl_slist_free_all (headers);
}

#else

struct HttpClient
{
  char nothing;
};

HttpClient *
http_client_new (GError **error)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                       "this acorecon was built without libcurl and cannot fetch");
  return NULL;
}

void
http_client_free (HttpClient *self)
{
  g_free (self);
}

void
http_client_ask (HttpClient *self G_GNUC_UNUSED, const HttpRequest *request G_GNUC_UNUSED,
                 HttpAnswer *answer)
{
  http_client_clear (answer);
  answer->body = g_byte_array_new ();
  answer->wait = -1;
  answer->outcome = HTTP_UNAVAILABLE;
}

#endif

void
http_client_clear (HttpAnswer *answer)
{
  g_clear_pointer (&answer->body, g_byte_array_unref);
  g_clear_pointer (&answer->location, g_free);
  *answer = (HttpAnswer){ 0 };
}
