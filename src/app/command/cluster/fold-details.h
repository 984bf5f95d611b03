/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CLUSTER_FOLD_DETAILS_H
#define APP_COMMAND_CLUSTER_FOLD_DETAILS_H

#include "base/language/language.h"

/** What the help of the commands for many machines says, for the table of commands. */

static const char fold_details[]
    = N_ ("PATH is a file or a folder as for acorecon reconcile. Writes what reconcile keeps of\n"
          "the files, their books, into FILE. acorecon reconcile takes books in the place of the\n"
          "files that they are of, and says byte for byte the same: files can be folded on many\n"
          "machines, and books are smaller. Books hold ids, names and sums, but no rows.\n"
          "\n"
          "Examples:\n"
          "  acorecon fold --output 1.books invoice-1.csv\n"
          "  acorecon reconcile balances.csv 1.books 2.books\n"
          "\n"
          "Exit status: 0 done; 2 wrong usage; 3 input refused; 4 output cannot be written;\n"
          "70 internal error. With 2 and above nothing is written.\n");

#endif
