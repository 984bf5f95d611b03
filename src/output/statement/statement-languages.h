/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_LANGUAGES_H
#define OUTPUT_STATEMENT_STATEMENT_LANGUAGES_H

#include <glib.h>

#include "base/language/language.h"

/**
 * StatementLanguages: in which language each customer is told, from an INI file with a group for
 * each (spec section 6, "Statements"):
 *
 *     [c1111111-1111-4111-8111-111111111111]
 *     lang = nl
 *
 * Ids are compared as everywhere: without regard to case, and without braces around a GUID. Lines
 * that are empty, or begin with # or ;, say nothing.
 */
typedef struct StatementLanguages StatementLanguages;

/** The largest file that is taken. */
#define STATEMENT_LANGUAGES_BYTES_MAX (16 * 1024 * 1024)

/**
 * NULL with RECON_ERROR_USAGE: the file cannot be read, or is not as it must be; the message says
 * line and column (from 1, in bytes), what was found and what was expected, and names no customer.
 */
StatementLanguages *statement_languages_load (const char *path, GError **error);
void statement_languages_free (StatementLanguages *self); /* NULL is fine */

/** The language of a customer, its id in lower case, or @other where the file does not name it. */
const Language *statement_languages_of (const StatementLanguages *self, const char *customer,
                                        const Language *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StatementLanguages, statement_languages_free)

#endif
