/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_LANGUAGE_OPTION_H
#define APP_OPTION_LANGUAGE_OPTION_H

#include "app/option/options.h"
#include "base/language/language.h"

/**
 * What --lang says; English without it. Only "auto" asks the environment: LC_ALL, else LC_MESSAGES,
 * else LANG, of which a language that is not there (C, POSIX) is English. FALSE with
 * RECON_ERROR_USAGE.
 */
gboolean language_option_take (const Options *options, const Language **language, GError **error);

#endif
