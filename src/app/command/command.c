/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/command.h"

#include <string.h>

#include "app/command/cluster/cmd-fold.h"
#include "app/command/cluster/fold-details.h"
#include "app/command/cmd-benefits.h"
#include "app/command/cmd-check.h"
#include "app/command/cmd-close.h"
#include "app/command/cmd-compare.h"
#include "app/command/cmd-config.h"
#include "app/command/cmd-credits.h"
#include "app/command/cmd-diff.h"
#include "app/command/cmd-explain.h"
#include "app/command/cmd-fetch.h"
#include "app/command/cmd-history.h"
#include "app/command/cmd-init.h"
#include "app/command/cmd-mca-apply.h"
#include "app/command/cmd-mca.h"
#include "app/command/cmd-pec.h"
#include "app/command/cmd-reconcile.h"
#include "app/command/cmd-reopen.h"
#include "app/command/cmd-resolve.h"
#include "app/command/cmd-statement.h"
#include "app/command/cmd-trace.h"
#include "app/command/cmd-verify.h"
#include "app/command/cmd-version.h"
#include "app/command/cmd-watch.h"
#include "app/command/history-details.h"
#include "app/command/reading-details.h"
#include "app/run/print.h"
#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/language-option.h"

static const char mca_details[]
    = N_ ("PATH is a file or a folder with saved answers of the REST interfaces of a\n"
          "Microsoft Customer Agreement: billing accounts and profiles, balance summary, lots\n"
          "and events of credits, of 2019 and of 2023. Reports per billing profile the\n"
          "balances, the credits list and the transactions, and whether each balance\n"
          "follows from what it is made of.\n"
          "\n"
          "Examples:\n"
          "  acorecon mca responses\n"
          "  acorecon mca --same-snapshot --output credits-2026-10 responses\n"
          "  acorecon mca --format json lots.json events.json | jq '.lots[]'\n"
          "\n"
          "Exit status: 0 done; 1 done, with findings at or above --fail-on; 2 wrong usage;\n"
          "3 input refused; 4 output cannot be written; 70 internal error. With 2 and above\n"
          "nothing is written.\n");

static const char mca_apply_details[]
    = N_ ("Applies the credits of saved lots (answers of the REST interface, see acorecon mca)\n"
          "to charges: which of them credits can pay, which lot pays, what is left due, and\n"
          "on which day nothing is left. A table of charges is CSV with a column each for\n"
          "date, amount, currency and product, as daily usage and cost exports have.\n"
          "\n"
          "Examples:\n"
          "  acorecon mca apply --lots lots.json --charges usage-2026-10.csv\n"
          "  acorecon mca apply --lots lots --charges costs.csv --map amount=CostUSD\n"
          "\n"
          "Exit status: 0 done; 1 done, with findings at or above --fail-on; 2 wrong usage;\n"
          "3 input refused; 4 output cannot be written; 70 internal error. With 2 and above\n"
          "nothing is written.\n");

static const char compare_details[]
    = N_ ("OLD and NEW are the report.json of two runs. Tells which findings are new, gone,\n"
          "changed in amount or still open, by their keys, and which figures moved. Needs no\n"
          "history and none of the files that were read.\n"
          "\n"
          "Examples:\n"
          "  acorecon compare reports/2026-09/report.json reports/2026-10/report.json\n"
          "  acorecon compare --format csv old/report.json new/report.json\n"
          "\n"
          "Exit status: 0 the same; 1 something is new, gone or moved; 2 wrong usage; 3 input\n"
          "refused; 4 output cannot be written.\n");

static const char benefits_details[]
    = N_ ("FILE is a table of partner benefits, as the grid of the portal has it and more, in\n"
          "CSV. Reports of each benefit, month by month, what was granted, used, lapsed and\n"
          "taken back, and what is left on the day of --as-of. With --profiles: which billing\n"
          "profiles may receive a deposit, in the portal's words and with all reasons.\n"
          "\n"
          "Examples:\n"
          "  acorecon benefits --as-of 2026-10-31 --use use.csv benefits.csv\n"
          "  acorecon benefits --as-of 2026-10-31 --output benefits-2026-10 benefits.csv\n"
          "  acorecon benefits --profiles profiles.csv --account 1a2b:3c4d_2019-05-31\n"
          "\n"
          "Exit status: 0 done; 1 done, with findings at or above --fail-on; 2 wrong usage;\n"
          "3 input refused; 4 output cannot be written; 70 internal error. With 2 and above\n"
          "nothing is written.\n");

static const char credits_details[]
    = N_ ("PATH is a file or a folder with files of any kind that acorecon reads: balance\n"
          "reports, saved responses of a Microsoft Customer Agreement, tables of partner\n"
          "benefits and of their use. Prints every credit that any of them knows in one\n"
          "table: whose it is, granted, used, left, its state, its end and what is at risk.\n"
          "What a file is, its beginning tells.\n"
          "\n"
          "Examples:\n"
          "  acorecon credits downloads mca-2026-10 benefits.csv use.csv\n"
          "  acorecon credits --as-of 2026-10-31 --format csv downloads > credits.csv\n"
          "\n"
          "Exit status: 0 done; 2 wrong usage; 3 input refused; 4 output cannot be written;\n"
          "70 internal error. With 2 and above nothing is written.\n");

static const char fetch_mca_details[]
    = N_ ("Saves what a billing account of the Microsoft Customer Agreement answers: its\n"
          "profiles, and of each the balance of credits, the credits and their transactions,\n"
          "whole or not at all, so that acorecon mca needs no network. The token is read\n"
          "from ACORECON_TOKEN or --token-file and goes to the host of --base-url alone.\n"
          "\n"
          "Examples:\n"
          "  az account get-access-token --query accessToken --output tsv > token\n"
          "  acorecon fetch mca --token-file token --start 2026-01-01 --end 2026-10-31 \\\n"
          "    --output mca-2026-10\n"
          "  acorecon mca mca-2026-10\n"
          "\n"
          "Exit status: 0 saved; 2 wrong usage; 3 an answer is refused; 4 it cannot be\n"
          "written; 6 the service cannot be reached or refuses. With 2 and above nothing is\n"
          "saved, but with --resume what DIR.part holds.\n");

static const char fetch_billing_details[]
    = N_ ("Orders the export of an invoice from Microsoft Graph, waits for it, and saves its\n"
          "blobs and manifest, whole or not at all, so that acorecon reconcile needs no\n"
          "network. The token is read from ACORECON_TOKEN or --token-file and goes to the\n"
          "host of --base-url alone; the blobs are asked for without it.\n"
          "\n"
          "Examples:\n"
          "  acorecon fetch billing --invoice G012345678 --token-file token --output in\n"
          "  acorecon fetch billing --invoice G012345678 --what usage --resume \\\n"
          "    --token-file token --output usage\n"
          "\n"
          "Exit status: 0 saved; 2 wrong usage; 3 an answer is refused; 4 it cannot be\n"
          "written; 6 the service cannot be reached or refuses. With 2 and above nothing is\n"
          "saved, but with --resume what DIR.part holds.\n");

static const char init_details[]
    = N_ ("Makes DIR, which must be new or empty, with a configuration file in which every\n"
          "option stands with its default, commented out, and with a script for the end of a\n"
          "month: it reconciles, says what to do where something is open, and closes. Nothing\n"
          "is ever overwritten.\n"
          "\n"
          "Examples:\n"
          "  acorecon init aco\n"
          "  sh aco/month-end.sh 2026-10 downloads\n"
          "  PREPARER=Ann APPROVER=Bo sh aco/month-end.sh 2026-10 downloads\n"
          "\n"
          "Exit status: 0 done; 2 wrong usage; 4 the folder is not empty or cannot be made;\n"
          "70 internal error. With 2 and above nothing is written.\n");

static const char config_details[]
    = N_ ("Every option can stand in the configuration file: that of --config, else\n"
          "acorecon/config.ini in $XDG_CONFIG_HOME (or ~/.config), else none. Prints what\n"
          "is in force and where it comes from, in the form of such a file. Its keys are\n"
          "the long names of the options; switches are true or false; several values are\n"
          "separated by semicolons.\n"
          "\n"
          "Examples:\n"
          "  acorecon config\n"
          "  acorecon config --tolerance 0.05\n");

static const char help_details[] = N_ ("The same as acorecon --help and acorecon COMMAND --help.\n"
                                       "\n"
                                       "Examples:\n"
                                       "  acorecon help\n"
                                       "  acorecon help reconcile\n");

static const char version_details[]
    = N_ ("The same as acorecon --version and acorecon -V. The first line is the name and\n"
          "the version. Then come the commit that it was built from (with a + where its\n"
          "files were changed, none where they were no git checkout), the licence, and the\n"
          "libraries, each with the version that is in use.\n"
          "\n"
          "Examples:\n"
          "  acorecon version\n"
          "  acorecon --version | head -n 1\n");

/* It alone knows of all others. */
static RunStatus run_help (const Options *options, GError **error);

static const Command commands[] = {
  { "reconcile", COMMAND_RECONCILE, "reconcile [OPTION]... PATH...",
    N_ ("tie credit balances, invoices and usage together"), reading_details_reconcile,
    cmd_reconcile },
  { "check", COMMAND_CHECK, "check [OPTION]... PATH...",
    N_ ("read and validate files; reckon nothing"), reading_details_check, cmd_check },
  { "explain", COMMAND_EXPLAIN, "explain [CODE]... [CASE]...",
    N_ ("say what a finding or a case means and what to do"), reading_details_explain,
    cmd_explain },
  { "pec", COMMAND_PEC, "pec [OPTION]... PATH...",
    N_ ("report Partner Earned Credit, earned and missed"), reading_details_pec, cmd_pec },
  { "trace", COMMAND_TRACE, "trace [OPTION]... CUSTOMER MONTH PATH...",
    N_ ("show the source rows behind a figure"), reading_details_trace, cmd_trace },
  { "statement", COMMAND_STATEMENT, "statement --customer ID|all --output DIR [OPTION]... PATH...",
    N_ ("write statements for customers"), reading_details_statement, cmd_statement },
  { "close", COMMAND_CLOSE, "close MONTH --preparer NAME --approver NAME [OPTION]... PATH...",
    N_ ("reconcile a month and seal it in the history"), history_details_close, cmd_close },
  { "reopen", COMMAND_REOPEN, "reopen MONTH --by NAME --reason TEXT [OPTION]...",
    N_ ("let the last sealed month be sealed again"), history_details_reopen, cmd_reopen },
  { "resolve", COMMAND_RESOLVE, "resolve ID... --as WORD --note TEXT --by NAME [OPTION]...",
    N_ ("note what was decided about findings"), history_details_resolve, cmd_resolve },
  { "diff", COMMAND_DIFF, "diff MONTH [OPTION]... PATH...",
    N_ ("compare a month with what was sealed of it"), history_details_diff, cmd_diff },
  { "history", COMMAND_HISTORY, "history [OPTION]... [MONTH]", N_ ("list what the history holds"),
    history_details_history, cmd_history },
  { "verify", COMMAND_VERIFY, "verify [OPTION]...",
    N_ ("say whether the history is what was sealed"), history_details_verify, cmd_verify },
  { "watch", COMMAND_WATCH, "watch [OPTION]... PATH...",
    N_ ("list the agreements that need a person"), history_details_watch, cmd_watch },
  { "mca", COMMAND_MCA, "mca [OPTION]... PATH...",
    N_ ("report the credits of a Microsoft Customer Agreement"), mca_details, cmd_mca },
  { "mca apply", COMMAND_MCA_APPLY, "mca apply --lots PATH --charges FILE [OPTION]...",
    N_ ("say which charges credits pay, and what is due"), mca_apply_details, cmd_mca_apply },
  { "compare", COMMAND_COMPARE, "compare [OPTION]... OLD NEW",
    N_ ("compare the reports of two runs"), compare_details, cmd_compare },
  { "benefits", COMMAND_BENEFITS, "benefits --as-of DAY [OPTION]... FILE...",
    N_ ("report the credits of partner benefits"), benefits_details, cmd_benefits },
  { "credits", COMMAND_CREDITS, "credits [OPTION]... PATH...",
    N_ ("list every credit that the files know"), credits_details, cmd_credits },
  { "fetch mca", COMMAND_FETCH_MCA, "fetch mca --start DAY --end DAY --output DIR [OPTION]...",
    N_ ("save what an account of the Customer Agreement answers"), fetch_mca_details,
    cmd_fetch_mca },
  { "fetch billing", COMMAND_FETCH_BILLING,
    "fetch billing --invoice NUMBER --output DIR [OPTION]...", N_ ("save the export of an invoice"),
    fetch_billing_details, cmd_fetch_billing },
  { "fold", COMMAND_FOLD, "fold --output FILE [OPTION]... PATH...",
    N_ ("write the books of files, to be put together elsewhere"), fold_details, cmd_fold },
  { "init", COMMAND_INIT, "init [OPTION]... DIR",
    N_ ("make a folder with a configuration and a month-end script"), init_details, cmd_init },
  { "config", COMMAND_CONFIG, "config [OPTION]...",
    N_ ("show the options in force and their origin"), config_details, cmd_config },
  { "help", COMMAND_HELP, "help [OPTION]... [COMMAND]", N_ ("show this help, or that of a command"),
    help_details, run_help },
  { "version", COMMAND_VERSION, "version [OPTION]...", N_ ("show the version of the program"),
    version_details, cmd_version },
};

static const Command *
find_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

const Command *
command_find (const char *const *words, guint *count)
{
  g_autofree char *two = words[1] != NULL ? g_strjoin (" ", words[0], words[1], NULL) : NULL;
  const Command *command = two != NULL ? find_name (two) : NULL;

  if (count != NULL)
    *count = command != NULL ? 2 : 1;
  return command != NULL ? command : find_name (words[0]);
}

/* Only of the commands whose names have two words, or of all. */
static char *
ask_for_name (const char *text, gboolean of_two_words)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!of_two_words || strchr (commands[i].name, ' ') != NULL)
      names[count++] = commands[i].name;
  return nearest_question (text, names);
}

char *
command_question (const char *const *words)
{
  g_autofree char *two = g_strjoin (" ", words[0], words[1], NULL);
  g_autofree char *question = ask_for_name (two, TRUE);

  return question[0] != '\0' ? g_steal_pointer (&question) : ask_for_name (words[0], FALSE);
}

void
command_append_overview (const Language *language, GString *out)
{
  g_string_append (out, language_say (language,
                                      "Usage: acorecon COMMAND [OPTION]... [ARGUMENT]...\n"
                                      "Proves to the cent that Azure credits were used as agreed.\n"
                                      "\n"
                                      "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "  %-15s%s\n", commands[i].name,
                            language_say (language, commands[i].summary));
  g_string_append (
      out, language_say (language, "\n"
                                   "  acorecon COMMAND --help   options and examples of a command\n"
                                   "  acorecon --version        the version of the program\n"
                                   "\n"
                                   "Example: acorecon reconcile downloads/2026-10\n"));
}

/* The summary as a sentence. */
static void
append_sentence (const char *summary, GString *out)
{
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (summary)));
  g_string_append (out, summary + g_utf8_skip[(guchar) *summary]);
  g_string_append_c (out, '.');
}

void
command_append_help (const Command *command, const Language *language, GString *out)
{
  g_string_append_printf (out, language_say (language, "Usage: acorecon %s"), command->usage);
  g_string_append_c (out, '\n');
  append_sentence (language_say (language, command->summary), out);
  g_string_append_printf (out, "\n\n%s\n%s\n", language_say (language, command->details),
                          language_say (language, "Options:"));
  options_append_help (command->mask, language, out);
}

static RunStatus
run_help (const Options *options, GError **error)
{
  const char *const *names = options_arguments (options);
  guint count = 1;
  const Command *command = names[0] != NULL ? command_find (names, &count) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const Language *language;

  if (!language_option_take (options, &language, error))
    return RUN_FAILED;
  if (names[0] == NULL)
    command_append_overview (language, out);
  else if (command == NULL || names[count] != NULL)
    {
      g_autofree char *found = printable_text (command == NULL ? names[0] : names[count]);
      g_autofree char *question = command == NULL ? command_question (names) : g_strdup ("");
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "found \"%s\", expected one command; see acorecon --help%s", found, question);
      return RUN_FAILED;
    }
  else
    command_append_help (command, language, out);
  return print_text (out, error) ? RUN_DONE : RUN_FAILED;
}
