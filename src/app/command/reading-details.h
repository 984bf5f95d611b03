/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_READING_DETAILS_H
#define APP_COMMAND_READING_DETAILS_H

#include "base/language/language.h"

/** What the help of the commands that read downloads says, for the table of commands. */

static const char reading_details_reconcile[]
    = N_ ("PATH is a file or a folder with files as downloaded from Partner Center: Azure\n"
          "Credit Offer (ACO) balance reports, invoice reconciliation files and daily rated\n"
          "usage files, of any number of months; - is standard input. What a file is, its\n"
          "header tells.\n"
          "\n"
          "Examples:\n"
          "  acorecon reconcile downloads/2026-10\n"
          "  acorecon reconcile --month 2026-10 --output report-2026-10 downloads\n"
          "  acorecon reconcile --format json downloads | jq '.tieout[]'\n"
          "  unzip -p october.zip recon.csv | acorecon reconcile balances -\n"
          "  acorecon reconcile --customer Contoso --code 401 --min 10 downloads\n"
          "\n"
          "--customer, --code and --min narrow what is shown alone: figures, totals,\n"
          "journals and the exit status are those of all.\n"
          "\n"
          "Exit status: 0 done; 1 done, with findings at or above --fail-on; 2 wrong usage;\n"
          "3 input refused; 4 output cannot be written; 70 internal error. With 2 and above\n"
          "nothing is written.\n");

static const char reading_details_check[]
    = N_ ("Reads the files as reconcile does and says what each of them is, and at the end\n"
          "what is missing for a tie-out of each month, and where it is downloaded; reckons\n"
          "nothing.\n"
          "\n"
          "Examples:\n"
          "  acorecon check downloads/2026-10\n"
          "  acorecon check --keep-going --rejects bad-rows.csv downloads\n"
          "\n"
          "Exit status: 0 all files are good; 1 rows were set aside (--keep-going); 2 wrong\n"
          "usage; 3 input refused; 4 output cannot be written.\n");

static const char reading_details_explain[]
    = N_ ("Without CODE and CASE the list of all. CODE is one like ACO401, its name, or its\n"
          "number where only one finding has it. CASE is the name of what joins findings\n"
          "of one cause, like missing-row.\n"
          "\n"
          "Examples:\n"
          "  acorecon explain\n"
          "  acorecon explain ACO401\n"
          "  acorecon explain 401\n"
          "  acorecon explain agreement-expired\n"
          "  acorecon explain missing-row\n");

static const char reading_details_pec[]
    = N_ ("Per customer and month: what earned Partner Earned Credit (PEC) and how much;\n"
          "what earned none because it could not (third-party, Spot, reservation, savings\n"
          "plan, credited by ACO); and what nothing speaks against: there access may have\n"
          "been lost, and the days on which a resource lost it are listed. From daily rated\n"
          "usage where it was read, else from the invoice.\n"
          "\n"
          "Examples:\n"
          "  acorecon pec downloads\n"
          "  acorecon pec --month 2026-10 --format csv downloads > pec.csv\n");

static const char reading_details_trace[]
    = N_ ("CUSTOMER is an id, or as much of an id or a name as only one has; MONTH is one\n"
          "like 2026-10. Prints the source rows behind a figure of the report, with file\n"
          "and line, and a running sum that ends at the figure.\n"
          "\n"
          "Examples:\n"
          "  acorecon trace 1f0e7e1c-... 2026-10 downloads\n"
          "  acorecon trace Contoso 2026-10 --figure net downloads\n"
          "\n"
          "Exit status: 0 done; 1 no row stands behind the figure, or rows were set aside\n"
          "(--keep-going); 2 wrong usage; 3 input refused; 4 output cannot be written.\n");

static const char reading_details_statement[]
    = N_ ("Writes a statement for each customer into a folder, as a page to print and as\n"
          "text: credit at start, granted, used by product, forfeited and left, month by\n"
          "month, and when it expires. Nothing of other customers, sources or findings is\n"
          "in it: see first that acorecon reconcile finds nothing wrong. Prints the names\n"
          "of the pages and whose they are.\n"
          "\n"
          "Examples:\n"
          "  acorecon statement --customer all --output statements downloads\n"
          "  acorecon statement --customer \"Contoso Ltd\" --month 2026-10 --output out in\n"
          "  acorecon statement --customer all --output out --logo logo.png \\\n"
          "    --footer \"Fabrikam Cloud, billing@fabrikam.example\" downloads\n"
          "\n"
          "Exit status: 0 done; 1 rows were set aside (--keep-going); 2 wrong usage;\n"
          "3 input refused; 4 output cannot be written.\n");

#endif
