/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_HISTORY_DETAILS_H
#define APP_COMMAND_HISTORY_DETAILS_H

#include "base/language/language.h"

/** What the help of the commands about the history says, for the table of commands. */

static const char history_details_close[]
    = N_ ("Reconciles MONTH with the sealed months before it and seals it: figures, balance\n"
          "rows, credits, invoices and findings, from which files, prepared and approved by\n"
          "whom. A month that is sealed and the same is left alone; one that is different is\n"
          "shown, and sealed again only with --restate. The first month needs --first, one\n"
          "without files --gap. Keep the hash that is printed elsewhere. With --output the\n"
          "pack has close.html and close.txt, a sheet to be signed.\n"
          "\n"
          "Examples:\n"
          "  acorecon close 2026-10 --first --preparer Ann --approver Bo downloads/2026-10\n"
          "  acorecon close 2026-11 --preparer Ann --approver Bo -o close-2026-11 in\n"
          "  acorecon close 2026-11 --restate --reason \"credit note\" --preparer Ann \\\n"
          "    --approver Bo in\n"
          "\n"
          "Exit status: 0 sealed, or sealed already; 2 wrong usage; 3 input refused; 4 it\n"
          "cannot be written; 5 the history refuses. With 2 and above nothing is written.\n");

static const char history_details_reopen[]
    = N_ ("The last sealed MONTH may be sealed again, as the next version, with\n"
          "acorecon close --restate. What was sealed stays.\n"
          "\n"
          "Examples:\n"
          "  acorecon reopen 2026-10 --by Bo --reason \"credit note of 3 November\"\n"
          "\n"
          "Exit status: 0 reopened; 2 wrong usage; 4 it cannot be written; 5 the history\n"
          "refuses. With 2 and above nothing is written.\n");

static const char history_details_resolve[]
    = N_ ("Notes what was decided about findings, each by its ID as reports show it: one of\n"
          "the months that are sealed, or of --report. A finding that is resolved says so in\n"
          "every form (with --history) and keeps no month open. With --import a whole\n"
          "findings.csv is taken in which resolution and note were filled in.\n"
          "\n"
          "Examples:\n"
          "  acorecon resolve f2519accaf74778ba --as accepted --note \"agreed by mail\" --by Bo\n"
          "  acorecon resolve --import findings.csv --report pack/report.json --by Bo\n"
          "\n"
          "Exit status: 0 resolved; 2 wrong usage; 3 input refused; 4 it cannot be written; 5\n"
          "the history refuses. With 2 and above nothing is written.\n");

static const char history_details_history[]
    = N_ ("Lists the months of the history: versions, who sealed them when, figures per\n"
          "currency, findings open and resolved. With MONTH also its files, events and\n"
          "resolutions. With --output all of it goes into a folder, as text, JSON, tables and\n"
          "a page over time: what was left each month, how findings ended, where each\n"
          "agreement is going.\n"
          "\n"
          "Examples:\n"
          "  acorecon history --history books.db\n"
          "  acorecon history 2026-10\n"
          "  acorecon history --output months\n"
          "  acorecon history --backup books-2026-11-01.db\n"
          "\n"
          "Exit status: 0 done; 2 wrong usage; 4 it cannot be written, or FILE is there; 5 the\n"
          "history cannot be read.\n");

static const char history_details_verify[]
    = N_ ("Says whether a history is what was sealed: the file, the chain of its events, the\n"
          "content of every version, and each row against the event that speaks of it. With\n"
          "--head also whether its end was cut off, with --against whether the files are\n"
          "still those that it was sealed from, whatever their names. The sheets of closes in\n"
          "packs that lie where they were put are made again and compared.\n"
          "\n"
          "Examples:\n"
          "  acorecon verify --history books.db\n"
          "  acorecon verify --head \"$(cat last-hash)\" --against downloads archive\n"
          "\n"
          "Exit status: 0 sound; 1 not, a line for each breach; 2 wrong usage; 3 input\n"
          "refused; 5 the history cannot be read.\n");

static const char history_details_diff[]
    = N_ ("Reconciles MONTH with the sealed months before it and compares it with what was\n"
          "sealed: what changes in money, which figures, balance rows, credits, invoices\n"
          "and findings moved, which files are others. Writes nothing into the history.\n"
          "\n"
          "Examples:\n"
          "  acorecon diff 2026-10 downloads/2026-10\n"
          "  acorecon diff 2026-10 --format json downloads/2026-10\n"
          "  acorecon diff 2026-10 --journal hledger --date 2026-11-30 downloads/2026-10\n"
          "\n"
          "Exit status: 0 equal; 1 different; 2 wrong usage; 3 input refused; 4 output\n"
          "cannot be written; 5 the history refuses. With 2 and above nothing is written.\n");

static const char history_details_watch[]
    = N_ ("A line for each agreement that needs a person, with what is at stake, why, and\n"
          "what to do: lost, expiring, will forfeit, will run out, granted, vanished,\n"
          "unreported, disputed. From files, from the sealed months of a history, or both;\n"
          "with --history no PATH is needed.\n"
          "\n"
          "Examples:\n"
          "  acorecon watch downloads\n"
          "  acorecon watch --history history.db --since-last | mail -E -s \"ACO\" ann\n"
          "\n"
          "Exit status: 0 nothing needs a person; 1 something does; 2 wrong usage; 3 input\n"
          "refused; 4 output cannot be written; 5 the history refuses.\n");

#endif
