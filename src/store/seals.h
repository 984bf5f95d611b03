/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEALS_H
#define STORE_SEALS_H

#include "base/calendar.h"
#include "store/database.h"

/**
 * Seals: the table `seal` as it stands, and what may be closed next (docs/history.md, "Order").
 */
typedef struct Seals Seals;

typedef enum
{
  SEAL_SEALED,
  SEAL_REOPENED,
  SEAL_SUPERSEDED
} SealState;

typedef struct
{
  Month month;
  gint64 version;
  SealState state;
  char *sealed_at;
  char *preparer;
  char *approver;
  char *content_sha256; /* NULL: a month without figures */
  char *pack;
  char *pack_sha256;
  char *pack_state;
} Seal;

Seals *seals_load (Database *database, GError **error);
void seals_free (Seals *self); /* NULL is fine */

/** All versions, by month and version. (transfer none) */
const GPtrArray *seals_list (const Seals *self); /* of const Seal * */
/** The current version: sealed or reopened. NULL: the month was never sealed. */
const Seal *seals_find (const Seals *self, Month month);
/** The current version of the first and last month; NULL: there is no seal. */
const Seal *seals_first (const Seals *self);
const Seal *seals_last (const Seals *self);
/** The version that a new seal of the month gets. */
gint64 seals_next_version (const Seals *self, Month month);

typedef enum
{
  SEAL_ORDER_FREE,        /* never sealed, and its turn */
  SEAL_ORDER_RESTATES,    /* sealed or reopened: only with --restate */
  SEAL_ORDER_LATER_STAND, /* a restatement, while a later month is sealed */
  SEAL_ORDER_NEEDS_FIRST, /* there is no seal, and no --first */
  SEAL_ORDER_NOT_FIRST,   /* --first, though there are seals */
  SEAL_ORDER_GAP_BEFORE,  /* the month before is not sealed */
  SEAL_ORDER_TOO_LATE     /* a later month is sealed */
} SealOrder;

/** Whether @month may be sealed. @restates, @is_first: what the person says. */
SealOrder seals_order (const Seals *self, Month month, gboolean restates, gboolean is_first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Seals, seals_free)

#endif
