/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CLUSTER_FOLD_DETAILS_H
#define APP_COMMAND_CLUSTER_FOLD_DETAILS_H

#include "base/language/language.h"

/** What the help of the commands for many machines says, for the table of commands. */

static const char fold_details[]
    = N_ ("PATH is a file or a folder as for acorecon reconcile. Writes what reconcile\n"
          "keeps of the files, their books, into FILE. acorecon reconcile takes books in\n"
          "the place of the files that they are of, and says byte for byte the same: files\n"
          "can be folded on many machines, and books are smaller. Books hold ids, names and\n"
          "sums, but no rows. With --split, standard input is a piece of a large file: the\n"
          "line that it begins within is passed over, and the line that its end lies in is\n"
          "read to its end, as Hadoop does.\n"
          "\n"
          "Examples:\n"
          "  acorecon fold --output 1.books invoice-1.csv\n"
          "  acorecon reconcile balances.csv 1.books 2.books\n"
          "  tail -c +1048577 a.csv | acorecon fold --output 2.books --name a.csv \\\n"
          "    --split 1048576:1048576:4194304 --header a.csv -\n"
          "\n"
          "Exit status: 0 done; 2 wrong usage; 3 input refused; 4 output cannot be written;\n"
          "70 internal error. With 2 and above nothing is written.\n");

#endif
