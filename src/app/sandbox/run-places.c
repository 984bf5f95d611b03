/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/run-places.h"

#include <stdlib.h>
#include <string.h>

#include "app/option/history-options.h"
#include "input/bytes/standard-input.h"
#include "input/folder-walk.h"
#include "store/history.h"
#include "store/seals.h"

#define FETCHES (COMMAND_FETCH_MCA | COMMAND_FETCH_BILLING)
/* They finish the packs of closes that were killed. */
#define WRITES_SEALS (COMMAND_CLOSE | COMMAND_REOPEN | COMMAND_RESOLVE)

/* They look at no history but one that is named. */
#define ONLY_NAMED (COMMAND_RECONCILE | COMMAND_WATCH)

/* Libraries that are opened when they are needed, their data, and what they look at. */
static const char *const of_libraries[] = { "/usr",
                                            "/lib",
                                            "/lib64",
                                            "/etc/ld.so.cache",
                                            "/etc/ssl/openssl.cnf",
                                            "/dev/urandom",
                                            "/sys/devices/system/cpu" };

static const char *const of_the_network[]
    = { "/etc/resolv.conf", "/etc/hosts",          "/etc/host.conf", "/etc/nsswitch.conf",
        "/etc/gai.conf",    "/etc/services",       "/etc/protocols", "/etc/ssl/certs",
        "/etc/pki",         "/etc/ca-certificates" };
static const char *const names_of_certificates[]
    = { "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR" };

static const OptionId read_options[]
    = { OPTION_LOGO,       OPTION_IMPORT,  OPTION_REPORT,   OPTION_LOTS,
        OPTION_CHARGES,    OPTION_USE,     OPTION_PROFILES, OPTION_ACCOUNTS,
        OPTION_TOKEN_FILE, OPTION_AGAINST, OPTION_HEADER };
static const OptionId write_options[] = { OPTION_OUTPUT, OPTION_REJECTS, OPTION_BACKUP };

static void
allow_all (FileRules *rules, const char *const *paths, guint count)
{
  for (guint i = 0; i < count; i++)
    file_rules_allow (rules, paths[i], FILE_RULE_READ);
}

/* What shall appear at @path grows beside it; where its folder is yet to be made, in that above. */
static void
allow_beside (FileRules *rules, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  char *folder = g_path_get_dirname (whole);

  while (!g_file_test (folder, G_FILE_TEST_IS_DIR) && strcmp (folder, "/") != 0)
    {
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
    }
  file_rules_allow (rules, folder, FILE_RULE_WRITE);
  g_free (folder);
}

/* SQLite's journal lies beside the file to which links lead. */
static void
allow_history (FileRules *rules, const char *path)
{
  char *real = realpath (path, NULL);

  allow_beside (rules, path);
  if (real != NULL)
    allow_beside (rules, real);
  free (real);
}

/* Packs lie where the history says. What is wrong with it, its command tells, which also waits for
   others: who cannot look into it at once lets the command look where it will have to. */
static void
allow_packs (FileRules *rules, const HistoryOptions *where, gboolean finishes)
{
  g_autoptr (History) history
      = history_exists (where->path) ? history_open (where->path, HISTORY_READS, 0, NULL) : NULL;
  g_autoptr (Seals) seals = history != NULL ? seals_load (history_database (history), NULL) : NULL;

  if (seals == NULL && history_exists (where->path))
    file_rules_allow (rules, "/", finishes ? FILE_RULE_WRITE : FILE_RULE_READ);

  for (guint i = 0; seals != NULL && i < seals_list (seals)->len; i++)
    {
      const Seal *seal = g_ptr_array_index (seals_list (seals), i);

      if (seal->pack == NULL)
        continue;
      if (!finishes)
        file_rules_allow (rules, seal->pack, FILE_RULE_READ);
      else if (g_strcmp0 (seal->pack_state, "pending") == 0)
        allow_beside (rules, seal->pack);
    }
}

static gboolean
find_history (CommandMask command, const Options *options, HistoryOptions *where)
{
  if ((command & ONLY_NAMED) != 0)
    return history_options_init_named (where, options, NULL);
  return (options_info (OPTION_HISTORY)->commands & command) != 0
         && history_options_init (where, options, NULL);
}

static void
allow_history_of (CommandMask command, const Options *options, FileRules *rules)
{
  HistoryOptions where = { 0 };

  if (find_history (command, options, &where) && where.path != NULL)
    {
      allow_history (rules, where.path);
      if ((command & (WRITES_SEALS | COMMAND_VERIFY)) != 0)
        allow_packs (rules, &where, (command & WRITES_SEALS) != 0);
    }
  history_options_clear (&where);
}

/* A file in a folder may be a link to one elsewhere. */
static void
allow_links (FileRules *rules, const char *folder)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  (void) folder_walk_list (folder, found, NULL);
  for (guint i = 0; i < found->len; i++)
    if (g_file_test (g_ptr_array_index (found, i), G_FILE_TEST_IS_SYMLINK))
      file_rules_allow (rules, g_ptr_array_index (found, i), FILE_RULE_READ);
}

static void
allow_input (FileRules *rules, const char *path)
{
  file_rules_allow (rules, standard_input_place (path), FILE_RULE_READ);
  if (standard_input_is (path))
    file_rules_allow (rules, standard_input_folder (), FILE_RULE_WRITE);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    allow_links (rules, path);
}

static void
allow_arguments (CommandMask command, const Options *options, FileRules *rules)
{
  for (const char *const *path = options_arguments (options); *path != NULL; path++)
    if (command == COMMAND_INIT)
      allow_beside (rules, *path);
    else
      allow_input (rules, *path);
}

static void
allow_options (const Options *options, FileRules *rules)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_options); i++)
    for (const char *const *path = options_list (options, read_options[i]); *path != NULL; path++)
      allow_input (rules, *path);
  for (guint i = 0; i < G_N_ELEMENTS (write_options); i++)
    if (options_get (options, write_options[i]) != NULL)
      allow_beside (rules, options_get (options, write_options[i]));
}

static void
allow_network (FileRules *rules)
{
  allow_all (rules, of_the_network, G_N_ELEMENTS (of_the_network));
  for (guint i = 0; i < G_N_ELEMENTS (names_of_certificates); i++)
    if (g_getenv (names_of_certificates[i]) != NULL)
      file_rules_allow (rules, g_getenv (names_of_certificates[i]), FILE_RULE_READ);
}

void
run_places_allow (CommandMask command, const Options *options, FileRules *rules)
{
  allow_all (rules, of_libraries, G_N_ELEMENTS (of_libraries));
  allow_arguments (command, options, rules);
  allow_options (options, rules);
  allow_history_of (command, options, rules);
  if ((command & FETCHES) != 0)
    allow_network (rules);
#ifdef SANDBOX_BUILD_FOLDER
  /* What counts coverage writes there at the end; sanitizers look at the process. */
  file_rules_allow (rules, SANDBOX_BUILD_FOLDER, FILE_RULE_WRITE);
  file_rules_allow (rules, "/proc", FILE_RULE_READ);
#endif
}
