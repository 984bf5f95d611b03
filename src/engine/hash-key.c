/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/hash-key.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* Where the system has no randomness to give, GLib finds some. */
HashKey
hash_key_draw (void)
{
  HashKey key = { 0 };
  guint32 words[sizeof key / sizeof (guint32)];

  if (TEMP_FAILURE_RETRY (getrandom (&key, sizeof key, 0)) == (gssize) sizeof key)
    return key;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = g_random_int ();
  memcpy (&key, words, sizeof key);
  return key;
}
