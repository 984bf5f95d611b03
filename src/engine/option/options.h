/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_OPTIONS_H
#define ENGINE_OPTION_OPTIONS_H

#include "base/language/language.h"

#include "engine/option/surroundings.h"

/**
 * The one table of command-line options (spec section 1): from it parsing and `--help` are made.
 * Knows words, not what they lead to.
 */

/** Which commands take an option. */
typedef enum
{
  COMMAND_RECONCILE = 1 << 0,
  COMMAND_CHECK = 1 << 1,
  COMMAND_EXPLAIN = 1 << 2,
  COMMAND_PEC = 1 << 3,
  COMMAND_TRACE = 1 << 4,
  COMMAND_CONFIG = 1 << 5,
  COMMAND_STATEMENT = 1 << 6,
  COMMAND_HELP = 1 << 7,
  COMMAND_VERSION = 1 << 8,
  COMMAND_CLOSE = 1 << 9,
  COMMAND_REOPEN = 1 << 10,
  COMMAND_DIFF = 1 << 16,
  COMMAND_WATCH = 1 << 17,
  COMMAND_MCA = 1 << 11,
  COMMAND_MCA_APPLY = 1 << 12,
  COMMAND_COMPARE = 1 << 18,
  COMMAND_FETCH_MCA = 1 << 13,
  COMMAND_FETCH_BILLING = 1 << 14,
  COMMAND_BENEFITS = 1 << 15,
  COMMAND_CREDITS = 1 << 19,
  COMMAND_HISTORY = 1 << 20,
  COMMAND_VERIFY = 1 << 21,
  COMMAND_RESOLVE = 1 << 22,
  COMMAND_INIT = 1 << 23,
  COMMAND_LIBRARY = 1 << 24, /* none: a job of acorecon.h */
  COMMAND_FOLD = 1 << 25
} CommandMask;

/** The commands whose options may stand in a configuration file. */
#define COMMANDS_CONFIGURED \
  (COMMAND_RECONCILE | COMMAND_CHECK | COMMAND_PEC | COMMAND_TRACE | COMMAND_CONFIG \
   | COMMAND_STATEMENT | COMMAND_CLOSE | COMMAND_REOPEN | COMMAND_DIFF | COMMAND_WATCH \
   | COMMAND_MCA | COMMAND_MCA_APPLY | COMMAND_COMPARE | COMMAND_FETCH_MCA | COMMAND_FETCH_BILLING \
   | COMMAND_BENEFITS | COMMAND_CREDITS | COMMAND_HISTORY | COMMAND_VERIFY | COMMAND_RESOLVE \
   | COMMAND_FOLD)

/** The commands that open files; the others only print what the program knows. */
#define COMMANDS_CONFINED ((COMMANDS_CONFIGURED & ~(guint) COMMAND_CONFIG) | COMMAND_INIT)

typedef enum
{
  OPTION_MONTH,
  OPTION_AS_OF,
  OPTION_EXPIRING_DAYS,
  OPTION_TOLERANCE,
  OPTION_ACO_REASON,
  OPTION_INVOICE_MONTH,
  OPTION_SKIP,
  OPTION_MAP,
  OPTION_DAY_FIRST,
  OPTION_DECIMAL_COMMA,
  OPTION_ENCODING,
  OPTION_KEEP_GOING,
  OPTION_MAX_REJECTS,
  OPTION_REJECTS,
  OPTION_MAX_INPUT,
  OPTION_JOBS,
  OPTION_SPLIT,
  OPTION_HEADER,
  OPTION_NAME,
  OPTION_WHOLE_LINES,
  OPTION_DIGEST,
  OPTION_FIGURE,
  OPTION_CUSTOMER,
  OPTION_CODE,
  OPTION_MIN,
  OPTION_WITH_PEC,
  OPTION_FORCE_UNRELIABLE,
  OPTION_LOGO,
  OPTION_LANGUAGES,
  OPTION_TITLE,
  OPTION_FOOTER,
  OPTION_PREPARER,
  OPTION_APPROVER,
  OPTION_FIRST,
  OPTION_RESTATE,
  OPTION_GAP,
  OPTION_REASON,
  OPTION_BY,
  OPTION_AS,
  OPTION_NOTE,
  OPTION_IMPORT,
  OPTION_REPORT,
  OPTION_DATE,
  OPTION_SINCE_LAST,
  OPTION_SAME_SNAPSHOT,
  OPTION_ONE_PROFILE,
  OPTION_PROFILE,
  OPTION_LOTS,
  OPTION_CHARGES,
  OPTION_SPONSORSHIP,
  OPTION_USE,
  OPTION_PROFILES,
  OPTION_ACCOUNT,
  OPTION_OFFER,
  OPTION_START,
  OPTION_END,
  OPTION_API_VERSION,
  OPTION_INVOICE,
  OPTION_WHAT,
  OPTION_ATTRIBUTES,
  OPTION_POLL_WAIT,
  OPTION_MAX_POLLS,
  OPTION_BASE_URL,
  OPTION_TOKEN_FILE,
  OPTION_RETRIES,
  OPTION_RETRY_WAIT,
  OPTION_TIMEOUT,
  OPTION_MAX_PAGES,
  OPTION_RESUME,
  OPTION_BACKUP,
  OPTION_HEAD,
  OPTION_AGAINST,
  OPTION_HISTORY,
  OPTION_LOCK_TIMEOUT,
  OPTION_FORMAT,
  OPTION_JOURNAL,
  OPTION_ACCOUNTS,
  OPTION_OUTPUT,
  OPTION_FORCE,
  OPTION_SHARED,
  OPTION_FAIL_ON,
  OPTION_QUIET,
  OPTION_ALL,
  OPTION_COLOR,
  OPTION_LANG,
  OPTION_PROGRESS,
  OPTION_LOG,
  OPTION_NO_SANDBOX,
  OPTION_CONFIG,
  OPTION_HELP,
  OPTION_COUNT
} OptionId;

typedef struct
{
  const char *name;     /* "month" */
  const char *argument; /* "YYYY-MM", or NULL for a switch */
  gboolean repeatable;
  guint commands;       /* CommandMask */
  const char *help;     /* with the default in brackets */
  const char *fallback; /* the default as a value, or NULL where it is none */
} OptionInfo;

/** Never NULL; static. */
const OptionInfo *options_info (OptionId id);

/** Its short form is a minus and this letter; '\0': it has none. */
char options_letter (OptionId id);

/** Options as given: values in order, and the arguments that are no options. */
typedef struct Options Options;

/**
 * @arguments: without program and command name; NULL-terminated. FALSE is NULL with
 * RECON_ERROR_USAGE: an option the @command does not take, a missing or superfluous value, one
 * given twice.
 */
Options *options_parse (CommandMask command, const char *const *arguments, GError **error);
void options_free (Options *self); /* NULL is fine */

/** A copy of @surroundings; without a call there are surroundings_none(). */
void options_set_surroundings (Options *self, const Surroundings *surroundings);
const Surroundings *options_surroundings (const Options *self);

/**
 * Gives @id the values that the command line did not give; @origin (borrowed) says where they come
 * from. Nothing happens when the command line gave some, or the @command does not take the option.
 */
void options_add_fallback (Options *self, CommandMask command, OptionId id,
                           const char *const *values, const char *origin);
/** Where the value comes from: "command line", what options_add_fallback() was told, or
 * NULL. */
const char *options_origin (const Options *self, OptionId id);
gboolean options_is_from_command_line (const Options *self, OptionId id);
/** By its name; OPTION_COUNT: there is none. */
OptionId options_find (const char *name);

gboolean options_has (const Options *self, OptionId id);
/** The value given, or NULL. (transfer none) */
const char *options_get (const Options *self, OptionId id);
/** NULL-terminated values of a repeatable option, maybe none. (transfer none) */
const char *const *options_list (const Options *self, OptionId id);
/** NULL-terminated. (transfer none) */
const char *const *options_arguments (const Options *self);

/** Appends the options of @command, one per line, wrapped at 80 columns. */
void options_append_help (CommandMask command, const Language *language, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Options, options_free)

#endif
