/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STAGED_PACK_H
#define OUTPUT_STAGED_PACK_H

#include <glib.h>

/**
 * A pack that a killed run had written whole and durable, but not put at its place: known by the
 * SHA-256 of its report.json, and put there now. Who asks has promised that such a pack belongs at
 * that place (a seal in the history says so).
 */

/** Of the report.json in the folder @pack; NULL with errno: there is none. (transfer full) */
char *staged_pack_digest (const char *pack);

typedef enum
{
  STAGED_PACK_THERE,  /* it stands at its place, now or already */
  STAGED_PACK_LOST,   /* there is none, neither there nor in a temporary folder beside it */
  STAGED_PACK_UNKNOWN /* not all could be looked at, a living run holds it, or it could not be put
                       */
} StagedPackState;

/** Looks for a pack with that digest at and beside the absolute path @pack. */
StagedPackState staged_pack_finish (const char *pack, const char *sha256);

#endif
