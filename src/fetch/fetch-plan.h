/* SPDX-License-Identifier: MIT */
#ifndef FETCH_FETCH_PLAN_H
#define FETCH_FETCH_PLAN_H

#include "base/calendar.h"
#include "core/record/service-answer.h"

/**
 * FetchPlan: what the person who runs the program decided about asking a service (spec-credits
 * section 5). A value that nothing changes; all members are plain or borrowed.
 */
typedef struct
{
  const char *base_url;
  const char *token;
  guint retries;     /* further tries of one request */
  gint64 retry_wait; /* microseconds before the first of them, doubled each time */
  gint64 timeout;    /* microseconds in which something must arrive */
  guint max_pages;   /* of one list */
  /* mca */
  const char *account;         /* NULL: every one */
  const char *const *profiles; /* names; none: every one */
  Day start, end;              /* of the events */
  const char *api_version;
  /* billing */
  const char *invoice;
  const char *what;       /* "reconciliation", "usage" */
  const char *attributes; /* "full", "basic" */
  gint64 poll_wait;       /* microseconds, where the service names no time */
  guint max_polls;
} FetchPlan;

/** A file as it is saved. */
typedef struct
{
  const char *name;
  const char *request; /* the path that was asked for */
  gboolean is_page;    /* it may have a nextLink ... */
  gboolean has_next;   /* ... and has one */
} FetchedFile;

/**
 * Where files go, and come from again when a run that was cut short goes on. @data is that of the
 * store. FALSE with RECON_ERROR_OUTPUT.
 */
typedef struct
{
  gpointer data;
  /** The bytes of a file that need not be asked for again; NULL: it must be. (transfer full) */
  GByteArray *(*kept) (gpointer data, const char *name);
  /** @is_kept: the bytes are what kept() gave. */
  gboolean (*save) (gpointer data, const FetchedFile *file, Slice bytes, gboolean is_kept,
                    GError **error);
  /** Before the blobs of @manifest: those of another one are no longer kept. */
  gboolean (*expect) (gpointer data, const ServiceManifest *manifest, GError **error);
} FetchStore;

#endif
