/* SPDX-License-Identifier: MIT */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <glib.h>

/**
 * Which right words a wrong one may stand for. Words are compared as base/name-fold has them. One
 * is near when few changes lead to it (a character inserted, left out or replaced, or two
 * neighbours swapped: the restricted Damerau-Levenshtein distance), at most one for every four
 * characters of the wrong word, one in words of three, or when it begins with that. Pure.
 */

/** So many are told at most. */
#define NEAREST_MAX 5

/**
 * Those of @candidates (NULL-terminated, UTF-8) that fewest changes lead to, each once, in the
 * order of their bytes; maybe none. @word may be any bytes. (transfer full)
 */
GPtrArray *nearest_find (const char *word, const char *const *candidates);

/**
 * "; did you mean A, B or C?", or "" where none is near: the end of a message that refuses @word.
 * @candidates: harmless to print. (transfer full)
 */
char *nearest_question (const char *word, const char *const *candidates);

#endif
