/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_PROPERTY_H
#define SAMPLE_PROPERTY_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

/*
 * What must hold of whatever comes along: each property is tried on random cases, PROPERTY_CASES of
 * them [1000], the same in every run.
 */

typedef struct
{
  const char *name;
  void (*holds) (guint32 *random); /* one case */
} Property;

/* However many cases there are. */
#define PROPERTY_SECONDS 7200

static inline guint32
property_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

/** 0 to @count - 1 */
static inline guint
property_below (guint32 *state, guint count)
{
  return property_random (state) % count;
}

static inline void
property_run (const Property *property)
{
  const char *given = g_getenv ("PROPERTY_CASES");
  const guint cases = given != NULL ? (guint) strtoul (given, NULL, 10) : 1000;
  guint32 random = g_str_hash (property->name) | 1;

  for (guint i = 0; i < cases; i++)
    {
      guint32 state = property_random (&random) | 1;

      property->holds (&state);
    }
  printf ("# figures: properties=1 cases=%u\n", cases);
}

#endif
