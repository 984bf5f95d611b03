/* SPDX-License-Identifier: MIT */
#ifndef FETCH_SERVICE_CLIENT_H
#define FETCH_SERVICE_CLIENT_H

#include "fetch/fetch-plan.h"
#include "fetch/http-client.h"
#include "fetch/service-url.h"

/**
 * ServiceClient: asks a service until it has answered or refused: tries again after what may pass,
 * gives up on what does not, and sees to it that the token goes to the host of the base URL alone
 * and into no message (credits contract, section 5, "Answers").
 *
 * Every FALSE or NULL comes with "METHOD PATH: reason": RECON_ERROR_SERVICE, the service cannot be
 * reached or refuses; RECON_ERROR_INPUT, what it says is not accepted.
 */
typedef struct ServiceClient ServiceClient;

/** The world outside, which tests replace. */
typedef struct
{
  gpointer data;
  void (*ask) (gpointer data, const HttpRequest *request, HttpAnswer *answer);
  void (*wait) (gpointer data, gint64 microseconds);
} ServiceWorld;

typedef struct
{
  const ServiceUrl *url;
  const char *body;                  /* of a POST; NULL: a GET */
  gboolean is_open;                  /* goes without the token, and may go to another host */
  const guint *statuses;             /* that are an answer; ends with 0 */
  gboolean (*is_whole) (Slice body); /* of an answer that may be cut though its length is right;
                                        NULL: none may */
} ServiceRequest;

/** @base: what plan->base_url means. All borrowed. */
ServiceClient *service_client_new (const FetchPlan *plan, const ServiceUrl *base,
                                   const ServiceReader *reader, const ServiceWorld *world);
void service_client_free (ServiceClient *self); /* NULL is fine */

const ServiceUrl *service_client_base (const ServiceClient *self);
/** One more text that must get into no message and no file. */
void service_client_add_secret (ServiceClient *self, const char *secret);

/** Every answer has one of request->statuses. */
gboolean service_client_ask (ServiceClient *self, const ServiceRequest *request, HttpAnswer *answer,
                             GError **error);
/** What an answer of @request links to; NULL: it is at another host. (transfer full) */
ServiceUrl *service_client_follow (const ServiceClient *self, const ServiceRequest *request,
                                   const char *link, GError **error);
/** Waits as the answer says, else @otherwise microseconds. */
gboolean service_client_pause (const ServiceClient *self, const ServiceRequest *request,
                               const HttpAnswer *answer, gint64 otherwise, GError **error);

/** "METHOD PATH: @reason" of the @code; always FALSE. */
gboolean service_client_refuse (const ServiceClient *self, const ServiceRequest *request, int code,
                                const char *reason, GError **error);
/** The same of what was wrong with the body; @cause is taken. */
gboolean service_client_refuse_body (const ServiceClient *self, const ServiceRequest *request,
                                     GError *cause, GError **error);
/** A text of the service that becomes the name of a file must not hold a secret. */
gboolean service_client_is_secret (const ServiceClient *self, Slice text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ServiceClient, service_client_free)

#endif
