/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_FETCH_RECORD_H
#define CORE_RECORD_FETCH_RECORD_H

#include <glib.h>

/**
 * FetchRecord: what a fetch.json says (credits contract, section 5): what was asked for, and the
 * files that it brought, in the order in which they were saved.
 */

/** Whether a page has a nextLink. */
typedef enum
{
  FETCH_NO_PAGE, /* null */
  FETCH_LAST_PAGE,
  FETCH_NEXT_PAGE
} FetchNext;

typedef struct
{
  char *file;
  char *request; /* a path, without query */
  char *sha256;  /* 64 hex digits */
  guint64 bytes;
  FetchNext next;
} FetchRecordFile;

typedef struct
{
  char *command; /* "fetch mca" */
  char *base_url;
  char *parameters; /* an object of JSON, as it stands in the file */
  gboolean complete;
  GPtrArray *files; /* FetchRecordFile * */
} FetchRecord;

/** All is copied; no files, not complete. */
FetchRecord *fetch_record_new (const char *command, const char *base_url, const char *parameters);
void fetch_record_free (FetchRecord *self); /* NULL is fine */

/** The same was asked for. */
gboolean fetch_record_is_same (const FetchRecord *self, const FetchRecord *other);
/** NULL: it has no such file. */
const FetchRecordFile *fetch_record_find (const FetchRecord *self, const char *file);
/** Copies. */
void fetch_record_add (FetchRecord *self, const FetchRecordFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchRecord, fetch_record_free)

#endif
