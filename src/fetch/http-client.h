/* SPDX-License-Identifier: MIT */
#ifndef FETCH_HTTP_CLIENT_H
#define FETCH_HTTP_CLIENT_H

#include <glib.h>

/**
 * HttpClient: one request after the other, by libcurl. Follows no redirect, checks every
 * certificate, and asks no proxy about a host of this machine. Does not know what is asked for, nor
 * whether to ask again.
 */
typedef struct HttpClient HttpClient;

typedef struct
{
  const char *url;    /* http or https */
  const char *body;   /* of a POST, JSON; NULL: a GET */
  const char *bearer; /* the token; NULL: the request goes without one */
  gint64 timeout;     /* microseconds in which something must arrive */
  gsize max_bytes;    /* of the body */
} HttpRequest;

typedef enum
{
  HTTP_ANSWERED,
  HTTP_UNREACHED,  /* no connection, or one that broke before an answer */
  HTTP_CUT,        /* the body ends too early */
  HTTP_SILENT,     /* nothing arrived for so long */
  HTTP_TOO_LARGE,  /* more than max_bytes */
  HTTP_UNTRUSTED,  /* the certificate is not that of the host, or of nobody known */
  HTTP_UNAVAILABLE /* this machine cannot ask at all */
} HttpOutcome;

/** Begin with all zeros. */
typedef struct
{
  HttpOutcome outcome;
  guint status;     /* 0: there was none */
  GByteArray *body; /* never NULL after http_client_ask() */
  char *location;   /* NULL: none */
  gint64 wait;      /* Retry-After in seconds, at least 0; -1: none that can be read */
} HttpAnswer;

/** NULL with RECON_ERROR_INTERNAL: libcurl is not to be had; RECON_ERROR_USAGE: not built in. */
HttpClient *http_client_new (GError **error);
void http_client_free (HttpClient *self); /* NULL is fine */

/** Asks once. Whatever @answer held is gone. */
void http_client_ask (HttpClient *self, const HttpRequest *request, HttpAnswer *answer);
void http_client_clear (HttpAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HttpClient, http_client_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HttpAnswer, http_client_clear)

#endif
