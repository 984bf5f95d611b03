/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_CATALOG_H
#define BASE_LANGUAGE_CATALOG_H

#include <glib.h>

/**
 * Catalog: the bytes of a GNU .mo file, little-endian, as msgfmt writes it: texts in the order of
 * their bytes, and what they are in another language. A borrowed value. The bytes are trusted where
 * they are a part of the program.
 */
typedef struct
{
  const char *bytes;
  gsize length;
} Catalog;

/**
 * What @text is, in form number @form where it has several (0: it has one, or the first); NULL: it
 * is not there, or has no such form. @context: NULL: it has none. (transfer none)
 */
const char *catalog_find (const Catalog *self, const char *context, const char *text, guint form);

/** The header, "Language: nl\nPlural-Forms: ...", or NULL. */
const char *catalog_header (const Catalog *self);

/** How many texts it has, its header among them. */
guint32 catalog_count (const Catalog *self);

#endif
