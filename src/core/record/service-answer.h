/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_SERVICE_ANSWER_H
#define CORE_RECORD_SERVICE_ANSWER_H

#include <glib.h>

#include "base/slice.h"

/**
 * What a billing service answers, as far as the next question depends on it (spec-credits section
 * 5). Values; who reads them out of a body is the input, who asks is the fetching.
 */

/** What the resources of a page are. */
typedef enum
{
  SERVICE_ACCOUNTS,
  SERVICE_BALANCE,
  SERVICE_LOTS,
  SERVICE_EVENTS
} ServiceKind;

typedef struct
{
  char *account; /* name of the billing account around it; NULL: it has none */
  char *name;    /* NULL: only the account is told, which has no profile */
  char *id;      /* "/providers/...", as it stands; NULL: none */
} ServiceProfile;

/** Begin with all zeros. */
typedef struct
{
  char *next;          /* nextLink as it stands; NULL: none */
  GPtrArray *profiles; /* of accounts: ServiceProfile in the order of the page; else NULL */
} ServicePage;

typedef enum
{
  SERVICE_OPERATION_RUNNING, /* or not started */
  SERVICE_OPERATION_SUCCEEDED,
  SERVICE_OPERATION_FAILED
} ServiceOperationState;

/** An export that takes a while. Begin with all zeros. */
typedef struct
{
  ServiceOperationState state;
  char *code;     /* of a failure; NULL: none is told */
  char *link;     /* where the manifest is; NULL: it is here, or there is none */
  Slice manifest; /* what the operation holds in place of a link, within the body; empty: nothing */
} ServiceOperation;

/** What an export brought. Begin with all zeros. */
typedef struct
{
  char *etag;       /* NULL: none */
  char *root;       /* URL of the folder of the blobs */
  char *sas;        /* the secret with which they are asked for; maybe "" */
  GPtrArray *blobs; /* char *, their names, in order */
  GString *text;    /* the manifest byte for byte, but with an empty secret */
} ServiceManifest;

/**
 * How bodies are read. @name: how messages name one. FALSE with RECON_ERROR_INPUT, "NAME:LINE:
 * COLUMN: found ..., expected ...".
 */
typedef struct
{
  gboolean (*read_page) (const char *name, ServiceKind kind, Slice body, ServicePage *page,
                         GError **error);
  gboolean (*read_operation) (const char *name, Slice body, ServiceOperation *operation,
                              GError **error);
  gboolean (*read_manifest) (const char *name, Slice body, ServiceManifest *manifest,
                             GError **error);
  char *(*read_error_code) (Slice body); /* NULL: it tells none. (transfer full) */
  gboolean (*is_whole_gzip) (Slice body);
} ServiceReader;

void service_answer_free_profile (ServiceProfile *profile);
void service_answer_clear_page (ServicePage *page);
void service_answer_clear_operation (ServiceOperation *operation);
void service_answer_clear_manifest (ServiceManifest *manifest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ServicePage, service_answer_clear_page)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ServiceOperation, service_answer_clear_operation)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ServiceManifest, service_answer_clear_manifest)

#endif
