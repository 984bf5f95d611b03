/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_LANGUAGE_H
#define BASE_LANGUAGE_LANGUAGE_H

#include "base/language/plural-rule.h"

/**
 * Language: what people are spoken to in. English is NULL, and what it says is the very text of the
 * source. The translations (po/CODE.po) are a part of the program: nothing is read at run time, and
 * no locale is asked or set. Static and immutable, so that several languages can be in use at once,
 * on several threads. What a catalog lacks is said in English.
 *
 * Never for what programs read: JSON, CSV, journals and the history are English.
 */
typedef struct Language Language;

/** By its code, "ru", in any case; "en" gives NULL. FALSE: there is no such language. */
gboolean language_find (const char *code, const Language **out);
/** The codes of all, English first; NULL-terminated; static. */
const char *const *language_codes (void);
const char *language_code (const Language *self);

/** Marks a text that is not said where it stands, in a table say: language_say() says it later. */
#define N_(text) text
/** The same of one that is said by language_say_in(). */
#define NC_(context, text) text

const char *language_translation (const Language *self, const char *text) G_GNUC_FORMAT (2);
const char *language_translation_in (const Language *self, const char *context, const char *text)
    G_GNUC_FORMAT (3);
const char *language_translation_count (const Language *self, const char *one, const char *many,
                                        guint64 count) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/** @text in this language; static, or @text itself. */
static inline const char *G_GNUC_FORMAT (2) language_say (const Language *self, const char *text)
{
  return self == NULL ? text : language_translation (self, text);
}

/** The same of a text that is another one in another place: "Balance" of a column, of a chart. */
static inline const char *G_GNUC_FORMAT (3)
    language_say_in (const Language *self, const char *context, const char *text)
{
  return self == NULL ? text : language_translation_in (self, context, text);
}

/** @one or @many, or the form that the language has for @count. */
static inline const char *G_GNUC_FORMAT (2) G_GNUC_FORMAT (3)
    language_say_count (const Language *self, const char *one, const char *many, guint64 count)
{
  return self == NULL ? (count == 1 ? one : many)
                      : language_translation_count (self, one, many, count);
}

/** How numbers and dates are written; see language-number and language-date. */
typedef struct
{
  const char *decimal_mark;
  const char *group_mark;
  const char *day;        /* %Y, %m, %d are of two or four digits */
  const char *month;      /* where room is short */
  const char *month_name; /* %B is the name of the month, %n its number */
} LanguageForms;

const LanguageForms *language_forms (const Language *self);

/** Of its catalog; not of English. */
const char *language_header (const Language *self);
PluralRule language_plural (const Language *self);

#endif
