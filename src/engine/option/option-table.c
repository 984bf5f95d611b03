/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/options.h"

#define RECKONING \
  (COMMAND_RECONCILE | COMMAND_PEC | COMMAND_TRACE | COMMAND_STATEMENT | COMMAND_CLOSE \
   | COMMAND_DIFF | COMMAND_WATCH)
#define READING (RECKONING | COMMAND_CHECK | COMMAND_FOLD)
/* Reports of credits, beside those of ACO. */
#define FETCHING (COMMAND_FETCH_MCA | COMMAND_FETCH_BILLING)
#define BENEFITS (COMMAND_BENEFITS | COMMAND_CREDITS)
#define CREDITS (COMMAND_MCA | COMMAND_MCA_APPLY | BENEFITS)
#define PACKING \
  (COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_STATEMENT | COMMAND_DIFF | COMMAND_HISTORY | CREDITS)
/* Their text has colours. */
#define STYLED \
  (COMMAND_RECONCILE | COMMAND_PEC | COMMAND_CLOSE | COMMAND_DIFF | COMMAND_WATCH \
   | COMMAND_COMPARE | COMMAND_HISTORY | COMMAND_VERIFY | CREDITS)
/* Their text leaves out what is much of a kind. */
#define LISTING \
  (COMMAND_RECONCILE | COMMAND_PEC | COMMAND_CLOSE | COMMAND_DIFF | COMMAND_COMPARE | CREDITS)
#define ALL \
  (READING | CREDITS | FETCHING | COMMAND_EXPLAIN | COMMAND_CONFIG | COMMAND_HELP \
   | COMMAND_VERSION | COMMAND_REOPEN | COMMAND_COMPARE | COMMAND_HISTORY | COMMAND_VERIFY \
   | COMMAND_RESOLVE | COMMAND_INIT)

/*
 * COMMAND_LIBRARY: what changes figures, or what of them is shown and how, a program may set, too.
 */
static const OptionInfo options[OPTION_COUNT] = {
  [OPTION_MONTH] = { "month", "YYYY-MM", FALSE,
                     COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_PEC | COMMAND_STATEMENT,
                     N_ ("report only this month; other months are still read as baseline "
                         "[all months]"),
                     NULL },
  [OPTION_AS_OF]
  = { "as-of", "YYYY-MM-DD", FALSE,
      COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_STATEMENT | COMMAND_WATCH | CREDITS,
      N_ ("the day on which agreements and credits are judged [with --month its last "
          "day, else the last day of the latest month that was read; mca: the day of "
          "the latest transaction, else start of a lot; mca apply: of the latest "
          "charge; never the clock]"),
      NULL },
  [OPTION_EXPIRING_DAYS]
  = { "expiring-days", "N", FALSE,
      COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_STATEMENT | COMMAND_DIFF
          | COMMAND_MCA | BENEFITS,
      N_ ("an agreement or credit is expiring when at most N days are left [60]"), "60" },
  [OPTION_TOLERANCE]
  = { "tolerance", "AMOUNT", FALSE,
      COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_DIFF | COMMAND_MCA,
      N_ ("the difference that still agrees, per row [0.01]"), "0.01" },
  [OPTION_ACO_REASON] = { "aco-reason", "TEXT", TRUE, COMMAND_LIBRARY | READING,
                          N_ ("one more CreditReasonCode that means Azure Credit Offer"), NULL },
  [OPTION_INVOICE_MONTH]
  = { "invoice-month", "NUMBER=YYYY-MM", TRUE, COMMAND_LIBRARY | RECKONING,
      N_ ("the month of an invoice, instead of the one its lines tell"), NULL },
  [OPTION_SKIP] = { "skip", "FILE", TRUE, COMMAND_LIBRARY | READING,
                    N_ ("leave this file out, named as the report names it"), NULL },
  [OPTION_MAP]
  = { "map", "ROLE=HEADER", TRUE, COMMAND_LIBRARY | READING | COMMAND_MCA_APPLY | BENEFITS,
      N_ ("a header name for a column: ROLE is partner, customer, customer-name, month, "
          "credit-name, credit-amount, status, balance-amount, currency, agreement, "
          "effective, expiry or a documented column name such as Subtotal; wins over its "
          "other names"),
      NULL },
  [OPTION_DAY_FIRST]
  = { "day-first", NULL, FALSE, COMMAND_LIBRARY | READING | COMMAND_MCA_APPLY | BENEFITS,
      N_ ("dates with slashes are D/M/YYYY [M/D/YYYY]"), NULL },
  [OPTION_DECIMAL_COMMA]
  = { "decimal-comma", NULL, FALSE,
      COMMAND_LIBRARY | READING | COMMAND_MCA_APPLY | BENEFITS | COMMAND_RESOLVE,
      N_ ("numbers are written 1234,56, and cells separated by semicolons unless the header line "
          "fits another separator"),
      NULL },
  [OPTION_ENCODING] = { "encoding", "NAME", FALSE,
                        COMMAND_LIBRARY | READING | COMMAND_MCA_APPLY | BENEFITS | COMMAND_RESOLVE,
                        N_ ("the encoding of all files, e.g. windows-1252 [UTF-8, or UTF-16 with a "
                            "byte-order mark]"),
                        NULL },
  [OPTION_KEEP_GOING]
  = { "keep-going", NULL, FALSE, COMMAND_LIBRARY | READING,
      N_ ("set bad rows aside instead of refusing the run; the report then says "
          "INCOMPLETE"),
      NULL },
  [OPTION_MAX_REJECTS]
  = { "max-rejects", "N", FALSE, COMMAND_LIBRARY | READING,
      N_ ("how many rows of one file --keep-going sets aside before the run is "
          "refused [100]"),
      "100" },
  [OPTION_REJECTS]
  = { "rejects", "FILE", FALSE, COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_CHECK,
      N_ ("where rows set aside go, as CSV [rejects.csv in the folder of --output, "
          "else nowhere]"),
      NULL },
  [OPTION_MAX_INPUT]
  = { "max-input", "SIZE", FALSE, COMMAND_LIBRARY | READING | CREDITS | COMMAND_VERIFY,
      N_ ("how many bytes are read in all, unpacked; with K, M, G or T [64G]"), "64G" },
  [OPTION_JOBS]
  = { "jobs", "N", FALSE, COMMAND_LIBRARY | READING,
      N_ ("with how many threads to read, reckon and write; what comes out does not depend "
          "on it [the processors there are]"),
      NULL },
  [OPTION_SPLIT]
  = { "split", "START:LENGTH:SIZE", FALSE, COMMAND_FOLD,
      N_ ("PATH is -, and standard input a split of a file of SIZE bytes: LENGTH bytes from byte "
          "START on, and what follows to the end of a line"),
      NULL },
  [OPTION_HEADER] = { "header", "FILE", FALSE, COMMAND_FOLD,
                      N_ ("a file that begins with the header of the file that is split"), NULL },
  [OPTION_NAME] = { "name", "NAME", FALSE, COMMAND_FOLD,
                    N_ ("what the file that is split is called in reports"), NULL },
  [OPTION_WHOLE_LINES]
  = { "whole-lines", NULL, FALSE, COMMAND_FOLD,
      N_ ("standard input has the whole lines of the split alone, as Hadoop streaming hands them "
          "out"),
      NULL },
  [OPTION_DIGEST]
  = { "digest", "SHA256", FALSE, COMMAND_FOLD,
      N_ ("the SHA-256 of the file that is split, as sha256sum says it [not known]"), NULL },
  [OPTION_FIGURE]
  = { "figure", "aco|pec|net|used", FALSE, COMMAND_TRACE,
      N_ ("the figure to trace: ACO credits of the invoice, Partner Earned Credit, net "
          "payable, or credit used per the balance report [aco]"),
      "aco" },
  [OPTION_CUSTOMER]
  = { "customer", "ID|all", TRUE, COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_STATEMENT,
      N_ ("whose rows are shown, whose statement is made: a customer's id, as much of an id or a "
          "name as only one has, or all"),
      NULL },
  [OPTION_CODE] = { "code", "CODE", TRUE, COMMAND_LIBRARY | COMMAND_RECONCILE,
                    N_ ("show only findings with this code: ACO401, its name, or 401"), NULL },
  [OPTION_MIN]
  = { "min", "AMOUNT", FALSE, COMMAND_LIBRARY | COMMAND_RECONCILE,
      N_ ("show only findings of at least this amount, whatever its sign and currency"), NULL },
  [OPTION_WITH_PEC] = { "with-pec", NULL, FALSE, COMMAND_STATEMENT,
                        N_ ("show Partner Earned Credit too, which is the partner's own"), NULL },
  [OPTION_FORCE_UNRELIABLE]
  = { "force-unreliable", NULL, FALSE, COMMAND_STATEMENT,
      N_ ("write statements though rows were set aside or read twice; each begins with a warning"),
      NULL },
  [OPTION_LOGO] = { "logo", "FILE", FALSE, COMMAND_STATEMENT,
                    N_ ("a PNG or JPEG picture for the head of the page, at most 512 KiB"), NULL },
  [OPTION_LANGUAGES]
  = { "languages", "FILE", FALSE, COMMAND_STATEMENT,
      N_ ("which customer is told in which language: an INI file with lang = CODE below each "
          "[CUSTOMER-ID]; customers that are not in it are told in that of --lang"),
      NULL },
  [OPTION_TITLE]
  = { "title", "TEXT", FALSE, COMMAND_STATEMENT,
      N_ ("the title of the statement [Azure credit statement]"), "Azure credit statement" },
  [OPTION_FOOTER]
  = { "footer", "TEXT", FALSE, COMMAND_STATEMENT,
      N_ ("what stands at its end, e.g. the partner's address; may have several lines"), NULL },
  [OPTION_PREPARER]
  = { "preparer", "NAME", FALSE, COMMAND_CLOSE, N_ ("who prepared the close"), NULL },
  [OPTION_APPROVER]
  = { "approver", "NAME", FALSE, COMMAND_CLOSE, N_ ("who approved it: somebody else"), NULL },
  [OPTION_FIRST] = { "first", NULL, FALSE, COMMAND_CLOSE,
                     N_ ("begin a history: earlier months that are read are its baseline"), NULL },
  [OPTION_RESTATE] = { "restate", NULL, FALSE, COMMAND_CLOSE,
                       N_ ("seal the month again, as it is now; what was sealed stays as an older "
                           "version"),
                       NULL },
  [OPTION_GAP] = { "gap", NULL, FALSE, COMMAND_CLOSE,
                   N_ ("seal a month of which there are no files; no PATH is given"), NULL },
  [OPTION_REASON] = { "reason", "TEXT", FALSE, COMMAND_CLOSE | COMMAND_REOPEN,
                      N_ ("why it is done; close: for --restate and --gap"), NULL },
  [OPTION_BY] = { "by", "NAME", FALSE, COMMAND_REOPEN | COMMAND_RESOLVE, N_ ("who does it"), NULL },
  [OPTION_AS] = { "as", "WORD", FALSE, COMMAND_RESOLVE,
                  N_ ("what is decided: accepted, disputed, corrected or expected"), NULL },
  [OPTION_NOTE] = { "note", "TEXT", FALSE, COMMAND_RESOLVE, N_ ("why it is decided so"), NULL },
  [OPTION_IMPORT] = { "import", "FILE", FALSE, COMMAND_RESOLVE,
                      N_ ("a findings.csv, or the same columns saved by a spreadsheet, in which "
                          "resolution and note are filled in"),
                      NULL },
  [OPTION_REPORT] = { "report", "FILE", FALSE, COMMAND_RESOLVE,
                      N_ ("the report.json of a run whose findings may be resolved too"), NULL },
  [OPTION_DATE] = { "date", "DAY", FALSE, COMMAND_DIFF,
                    N_ ("the day of the correcting entries [last day of MONTH]"), NULL },
  [OPTION_SINCE_LAST] = { "since-last", NULL, FALSE, COMMAND_WATCH,
                          N_ ("show only what is new since the last watch with this option and the "
                              "same history, and remember it there"),
                          NULL },
  [OPTION_SAME_SNAPSHOT] = { "same-snapshot", NULL, FALSE, COMMAND_MCA,
                             N_ ("the responses are of one moment: test across them, too"), NULL },
  [OPTION_ONE_PROFILE]
  = { "one-profile", NULL, FALSE, COMMAND_MCA | COMMAND_MCA_APPLY,
      N_ ("all balances, lots and events belong to one billing profile, that of "
          "the first which names one"),
      NULL },
  [OPTION_PROFILE]
  = { "profile", "TEXT", TRUE, COMMAND_MCA | COMMAND_FETCH_MCA,
      N_ ("report only the billing profile with this id or name; fetch mca: ask for "
          "it alone, by its name"),
      NULL },
  [OPTION_LOTS] = { "lots", "PATH", TRUE, COMMAND_MCA_APPLY,
                    N_ ("a saved response with lots, or a folder of them"), NULL },
  [OPTION_CHARGES]
  = { "charges", "FILE", TRUE, COMMAND_MCA_APPLY, N_ ("a table of charges, as CSV"), NULL },
  [OPTION_SPONSORSHIP]
  = { "sponsorship", NULL, FALSE, COMMAND_MCA_APPLY,
      N_ ("all lots are Azure Sponsorship [those whose source says so]"), NULL },
  [OPTION_USE]
  = { "use", "FILE", TRUE, COMMAND_BENEFITS, N_ ("a table of what was used per month"), NULL },
  [OPTION_PROFILES]
  = { "profiles", "FILE", FALSE, COMMAND_BENEFITS,
      N_ ("a table of billing profiles: which of them may receive a deposit"), NULL },
  [OPTION_ACCOUNT] = { "account", "ID", FALSE, COMMAND_FETCH_MCA | COMMAND_BENEFITS,
                       N_ ("the billing account: of the purchase; fetch mca: the only one that is "
                           "asked for, by its name [every one]"),
                       NULL },
  [OPTION_OFFER] = { "offer", "TEXT", FALSE, COMMAND_BENEFITS,
                     N_ ("with --profiles: the offer whose credits are deposited"), NULL },
  [OPTION_START] = { "start", "YYYY-MM-DD", FALSE, COMMAND_FETCH_MCA,
                     N_ ("the first day whose transactions are asked for"), NULL },
  [OPTION_END] = { "end", "YYYY-MM-DD", FALSE, COMMAND_FETCH_MCA,
                   N_ ("the last day whose transactions are asked for"), NULL },
  [OPTION_API_VERSION]
  = { "api-version", "V", FALSE, COMMAND_FETCH_MCA,
      N_ ("version of the requests for balance, lots and events [2023-03-01]"), "2023-03-01" },
  [OPTION_INVOICE] = { "invoice", "NUMBER", FALSE, COMMAND_FETCH_BILLING,
                       N_ ("the invoice that is exported"), NULL },
  [OPTION_WHAT]
  = { "what", "reconciliation|usage", FALSE, COMMAND_FETCH_BILLING,
      N_ ("its reconciliation lines or its daily rated usage [reconciliation]"), "reconciliation" },
  [OPTION_ATTRIBUTES] = { "attributes", "full|basic", FALSE, COMMAND_FETCH_BILLING,
                          N_ ("which columns [full]"), "full" },
  [OPTION_POLL_WAIT]
  = { "poll-wait", "SECONDS", FALSE, COMMAND_FETCH_BILLING,
      N_ ("pause before asking again for the export, where the service names none "
          "[10]"),
      "10" },
  [OPTION_MAX_POLLS] = { "max-polls", "N", FALSE, COMMAND_FETCH_BILLING,
                         N_ ("how often the export is asked for before giving up [360]"), "360" },
  [OPTION_BASE_URL] = { "base-url", "URL", FALSE, FETCHING,
                        N_ ("where the service is; http only for 127.0.0.1, ::1 and localhost "
                            "[https://management.azure.com; billing: https://graph.microsoft.com]"),
                        NULL },
  [OPTION_TOKEN_FILE]
  = { "token-file", "FILE", FALSE, FETCHING,
      N_ ("the access token is the first line of this file [$ACORECON_TOKEN]"), NULL },
  [OPTION_RETRIES] = { "retries", "N", FALSE, FETCHING,
                       N_ ("how often one request is tried again after what may pass [5]"), "5" },
  [OPTION_RETRY_WAIT]
  = { "retry-wait", "SECONDS", FALSE, FETCHING,
      N_ ("the wait before the first further try, where the service names none; "
          "doubled each time [1]"),
      "1" },
  [OPTION_TIMEOUT] = { "timeout", "SECONDS", FALSE, FETCHING,
                       N_ ("a request in which nothing arrives for so long fails [60]"), "60" },
  [OPTION_MAX_PAGES]
  = { "max-pages", "N", FALSE, FETCHING,
      N_ ("how many pages a list may have before the run is refused [1000]"), "1000" },
  [OPTION_RESUME]
  = { "resume", NULL, FALSE, FETCHING,
      N_ ("keep what was brought in DIR.part until all is there, and go on from there"), NULL },
  [OPTION_BACKUP]
  = { "backup", "FILE", FALSE, COMMAND_HISTORY,
      N_ ("copy the history into this new file, also while others write it"), NULL },
  [OPTION_HEAD] = { "head", "HASH", FALSE, COMMAND_VERIFY,
                    N_ ("a hash that close printed: it must be that of an event"), NULL },
  [OPTION_AGAINST]
  = { "against", "PATH", TRUE, COMMAND_VERIFY,
      N_ ("the files that months were sealed from; further PATHs may follow"), NULL },
  [OPTION_HISTORY]
  = { "history", "FILE", FALSE,
      COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_REOPEN | COMMAND_RESOLVE | COMMAND_DIFF
          | COMMAND_WATCH | COMMAND_HISTORY | COMMAND_VERIFY,
      N_ ("the file that remembers closed months [$ACORECON_HISTORY, else, but for "
          "reconcile and watch, acorecon/history.db in $XDG_DATA_HOME]"),
      NULL },
  [OPTION_LOCK_TIMEOUT]
  = { "lock-timeout", "SECONDS", FALSE,
      COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_REOPEN | COMMAND_RESOLVE | COMMAND_DIFF
          | COMMAND_WATCH | COMMAND_HISTORY | COMMAND_VERIFY,
      N_ ("how long others who write the history are waited for [10]"), "10" },
  [OPTION_FORMAT]
  = { "format", "text|json|csv|focus", FALSE,
      COMMAND_RECONCILE | COMMAND_CHECK | COMMAND_PEC | COMMAND_DIFF | COMMAND_WATCH
          | COMMAND_HISTORY | COMMAND_VERIFY | COMMAND_COMPARE | CREDITS,
      N_ ("what goes to standard output; csv is the table tieout (check: months, pec: pec_months, "
          "diff: figures, "
          "watch: agreements, compare: findings, mca: lots, mca apply: charges, benefits: months "
          "or "
          "profiles, credits: credits), focus the charges and "
          "credits with FOCUS names (reconcile alone) [text]"),
      "text" },
  [OPTION_JOURNAL]
  = { "journal", "hledger|beancount|ledger|csv", FALSE,
      COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_DIFF,
      N_ ("write journal entries (diff: those that correct the sealed ones): into the folder of "
          "--output, else to standard output in place of the report"),
      NULL },
  [OPTION_ACCOUNTS]
  = { "accounts", "FILE", FALSE, COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_DIFF,
      N_ ("the accounts of the journal, as an INI file [those of docs/journal.md]"), NULL },
  [OPTION_OUTPUT]
  = { "output", "DIR", FALSE, PACKING | FETCHING | COMMAND_FOLD,
      N_ ("also write the report pack (statement: the statements) into DIR, which must "
          "be new or empty; fold: the file that the books go to"),
      NULL },
  [OPTION_FORCE] = { "force", NULL, FALSE, PACKING | FETCHING,
                     N_ ("DIR may hold an earlier pack (statement: earlier statements), which is "
                         "replaced as a whole"),
                     NULL },
  [OPTION_SHARED]
  = { "shared", NULL, FALSE, PACKING | COMMAND_FOLD,
      N_ ("others may read new files and folders as far as the umask lets them [only "
          "their owner may]; what is replaced keeps its modes"),
      NULL },
  [OPTION_FAIL_ON]
  = { "fail-on", "error|warning|notice|never", FALSE,
      COMMAND_LIBRARY | COMMAND_RECONCILE | COMMAND_CLOSE | COMMAND_MCA | COMMAND_MCA_APPLY
          | COMMAND_BENEFITS,
      N_ ("the lowest severity that makes the exit status 1 [warning]"), "warning" },
  [OPTION_QUIET] = { "quiet", NULL, FALSE,
                     PACKING | FETCHING | COMMAND_CHECK | COMMAND_WATCH | COMMAND_HISTORY
                         | COMMAND_VERIFY | COMMAND_COMPARE,
                     N_ ("no text report on standard output"), NULL },
  [OPTION_ALL]
  = { "all", NULL, FALSE, COMMAND_LIBRARY | LISTING,
      N_ ("list all findings and rows in the text report and summary.txt [of each code "
          "the 10 findings with the largest amounts]"),
      NULL },
  [OPTION_COLOR] = { "color", "auto|always|never", FALSE, STYLED,
                     N_ ("whether text on standard output is coloured; auto: on a terminal, unless "
                         "NO_COLOR is set or TERM is dumb [auto]"),
                     "auto" },
  [OPTION_LANG] = { "lang", "en|de|ja|nl|ru|auto", FALSE, COMMAND_LIBRARY | ALL,
                    N_ ("the language of what is for people: English, German, Japanese, Dutch, "
                        "Russian; auto: that of "
                        "the locale (LC_ALL, LC_MESSAGES, LANG) [en]"),
                    "en" },
  [OPTION_PROGRESS] = { "progress", NULL, FALSE, READING | CREDITS,
                        N_ ("show progress on standard error [only on a terminal]"), NULL },
  [OPTION_LOG] = { "log", "json", FALSE, READING,
                   N_ ("standard error as JSON, one event a line: start, files, phases, what is "
                       "wrong, end; no progress"),
                   NULL },
  [OPTION_NO_SANDBOX]
  = { "no-sandbox", NULL, FALSE, COMMANDS_CONFINED,
      N_ ("let the run open any file and make any system call, for places where that is needed [it "
          "may open what its command line names, and call nothing that no run needs]"),
      NULL },
  [OPTION_CONFIG] = { "config", "FILE", FALSE, COMMANDS_CONFIGURED,
                      N_ ("options that are not given stand in this INI file "
                          "[acorecon/config.ini in $XDG_CONFIG_HOME]"),
                      NULL },
  [OPTION_HELP] = { "help", NULL, FALSE, ALL, N_ ("show this help and end"), NULL },
};

static const struct
{
  char letter;
  OptionId id;
} letters[] = { { 'h', OPTION_HELP }, { 'o', OPTION_OUTPUT }, { 'q', OPTION_QUIET } };

const OptionInfo *
options_info (OptionId id)
{
  g_assert (id < OPTION_COUNT);
  return &options[id];
}

char
options_letter (OptionId id)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].id == id)
      return letters[i].letter;
  return '\0';
}
