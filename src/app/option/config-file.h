/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_CONFIG_FILE_H
#define APP_OPTION_CONFIG_FILE_H

#include "engine/option/options.h"

/**
 * The configuration file: options that the command line does not give. An INI file with one group:
 *
 *     [options]
 *     tolerance = 0.05
 *     keep-going = true
 *     aco-reason = Azure credit 2026;Promotional credit
 *
 * Keys are the long names of options; switches are true or false; repeatable options are lists
 * separated by semicolons. Unknown groups and keys are errors, so that a misspelled one is never
 * taken for a default.
 */
typedef struct ConfigFile ConfigFile;

/**
 * The file that --config names, else acorecon/config.ini in $XDG_CONFIG_HOME (or ~/.config) if it
 * exists, else none. NULL with RECON_ERROR_USAGE when it cannot be read or is not as it must be.
 */
ConfigFile *config_file_load (const Options *options, GError **error);
void config_file_free (ConfigFile *self); /* NULL is fine */

/** The path of the file, or NULL: there is none. */
const char *config_file_path (const ConfigFile *self);

/** Adds what the command line did not give. @self must outlive @options. */
void config_file_apply (const ConfigFile *self, CommandMask command, Options *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConfigFile, config_file_free)

#endif
