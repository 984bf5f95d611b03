/* SPDX-License-Identifier: MIT */
#ifndef STORE_EVENT_BODY_H
#define STORE_EVENT_BODY_H

#include <glib.h>

/**
 * What an event says, as the one line of JSON that its hash is taken of (docs/history.md, "Chain"):
 * anyone can make the hash from it with sha256sum. Pure.
 */

typedef enum
{
  EVENT_CLOSE,
  EVENT_RESTATE,
  EVENT_GAP,
  EVENT_REOPEN,
  EVENT_RESOLVE,
  EVENT_PACK
} EventKind;

/** A file that a seal was made from; sha256 NULL: it was not read, and rows and bytes are null. */
typedef struct
{
  const char *file;
  const char *kind;
  guint64 rows;
  guint64 bytes;
  const char *sha256;
} EventInput;

/** Borrowed. What does not apply is NULL. */
typedef struct
{
  EventKind kind;
  const char *at;    /* YYYY-MM-DDTHH:MM:SSZ */
  const char *month; /* but for a resolution also version */
  gint64 version;
  const char *by; /* of a close the preparer */
  const char *approver;
  const char *reason;
  const char *program; /* this and the next four: of a close or restatement alone */
  const char *const *options;
  const char *as_of;
  const GArray *inputs; /* of EventInput */
  const char *content_sha256;
  /* Of a resolution. */
  const char *finding_id;
  const char *finding_key;
  const char *amount;
  const char *resolution;
  const char *note;
} Event;

/** "close", "restate", ... */
const char *event_body_kind_name (EventKind kind);

/** Of the event with number @n. (transfer full) */
char *event_body_print (const Event *event, gint64 n);

/** A NULL-terminated list of texts as JSON has it; NULL is null. (transfer full) */
char *event_body_print_options (const char *const *options);

#define EVENT_BODY_FIRST_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/** SHA-256 of @previous_hash, a line end and @body, in lower-case hex. (transfer full) */
char *event_body_hash (const char *previous_hash, const char *body);

#endif
