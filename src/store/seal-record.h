/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEAL_RECORD_H
#define STORE_SEAL_RECORD_H

#include "store/event-body.h"
#include "store/seal-content.h"

/**
 * The seal of a month: who, when, from what, and all that it holds, with its event. Written inside
 * a transaction of who calls; does not ask whether the month may be sealed (see seals).
 */

/** Borrowed. */
typedef struct
{
  const SealContent *content; /* NULL: a month without figures */
  Month month;
  gint64 version;
  const char *at;
  const char *preparer;
  const char *approver;
  const char *reason; /* or NULL */
  const char *program;
  const char *const *options;
  const char *as_of;       /* or NULL */
  const char *pack;        /* absolute path, or NULL: none */
  const char *pack_sha256; /* of its report.json */
} SealRecord;

/** The older version becomes superseded. The hash of the event, or NULL with @error. */
char *seal_record_write (const SealRecord *self, Database *database, GError **error);

/** The month and version of @event, which is a reopening, are reopened. Its hash, or NULL. */
char *seal_record_reopen (Database *database, const Event *event, GError **error);

/** The pack of the version was written ("written"), or not ("lost"). */
gboolean seal_record_settle_pack (Database *database, Month month, gint64 version,
                                  const char *state, GError **error);

#endif
