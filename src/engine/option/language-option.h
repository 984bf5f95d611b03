/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_LANGUAGE_OPTION_H
#define ENGINE_OPTION_LANGUAGE_OPTION_H

#include "base/language/language.h"
#include "engine/option/options.h"

/**
 * What --lang says; English without it. "auto" is that of the surroundings' locale, of which a
 * language that is not there (C, POSIX) is English. FALSE with
 * RECON_ERROR_USAGE.
 */
gboolean language_option_take (const Options *options, const Language **language, GError **error);

#endif
