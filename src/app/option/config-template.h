/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_CONFIG_TEMPLATE_H
#define APP_OPTION_CONFIG_TEMPLATE_H

#include <glib.h>

/**
 * A configuration file (app/option/config-file) to start from, made of the table of options: every
 * key with what it means, commented out, with its default, or with what its value looks like where
 * it has none. As it is it changes nothing. Comments begin with "# ", keys that are commented out
 * with "#" alone.
 */
void config_template_append (GString *out);

#endif
