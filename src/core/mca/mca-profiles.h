/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_PROFILES_H
#define CORE_MCA_MCA_PROFILES_H

#include "core/mca/mca-book.h"

/**
 * McaProfiles: the billing profiles that anything read is of, with their names, currencies and
 * first figures (credits contract 1.2 and 1.4).
 */
typedef struct McaProfiles McaProfiles;

/** Texts are borrowed from the book. */
typedef struct
{
  const char *account_id;
  const char *profile_id; /* NULL: of figures whose profile nothing names */
  const char *name;       /* the last one read */
  const char *currency;   /* of its balance, else of its first lot or event, else its own */
  const char *own_currency;
  gboolean is_listed;        /* an account or list of profiles names it */
  const McaBalance *balance; /* NULL: none was read */
  const McaOrigin *first;    /* the first of its balances, lots and events; NULL: none */
  gboolean first_is_balance;
} McaProfileFacts;

/** @book: without repeats, which must outlive it. */
McaProfiles *mca_profiles_new (const McaBook *book);
void mca_profiles_free (McaProfiles *self); /* NULL is fine */

guint mca_profiles_count (const McaProfiles *self);
/** By account and profile, null first. */
const McaProfileFacts *mca_profiles_at (const McaProfiles *self, guint index);
/** Which one it is; G_MAXUINT: none. */
guint mca_profiles_find (const McaProfiles *self, const char *account_id, const char *profile_id);
/** The last name read of an account; NULL: none. */
const char *mca_profiles_account_name (const McaProfiles *self, const char *account_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McaProfiles, mca_profiles_free)

#endif
