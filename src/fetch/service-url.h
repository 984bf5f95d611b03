/* SPDX-License-Identifier: MIT */
#ifndef FETCH_SERVICE_URL_H
#define FETCH_SERVICE_URL_H

#include <glib.h>

/**
 * ServiceUrl: where a request goes, in the parts on which it depends who gets the token. What is
 * asked for is put together from these parts again, so that nobody reads another host into the same
 * text. No user, no password, no fragment.
 */
typedef struct
{
  char *scheme; /* "https" or "http" */
  char *host;   /* in lower case, an address of IPv6 in brackets */
  guint port;   /* that of the scheme where none was given */
  char *path;   /* from its slash on, encoded */
  char *query;  /* encoded, without its question mark; NULL: none */
} ServiceUrl;

/**
 * "https://host[:port][/path][?query]". What cannot stand in a URL as it is becomes %XX. NULL with
 * RECON_ERROR_INPUT, a reason that does not show the text: it is no such thing.
 */
ServiceUrl *service_url_parse (const char *text, GError **error);
/** The same, or a path at the host of @base, as "/v1.0/operations/7?part=2". */
ServiceUrl *service_url_resolve (const ServiceUrl *base, const char *text, GError **error);
/** @path and @query below @base, whose own path comes before @path. @query may be NULL. */
ServiceUrl *service_url_below (const ServiceUrl *base, const char *path, const char *query);
void service_url_free (ServiceUrl *self); /* NULL is fine */

/** Scheme, host and port are the same: who may see the token of one may see that of the other. */
gboolean service_url_is_same_origin (const ServiceUrl *self, const ServiceUrl *other);
/** http to 127.0.0.1, ::1 or localhost. */
gboolean service_url_is_plain_loopback (const ServiceUrl *self);
gboolean service_url_is_encrypted (const ServiceUrl *self);

/** What is asked for. (transfer full) */
char *service_url_text (const ServiceUrl *self);
/** @text as one part of a path. (transfer full) */
char *service_url_encode_segment (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ServiceUrl, service_url_free)

#endif
