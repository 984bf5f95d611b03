/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_FOLDER_H
#define OUTPUT_STATEMENT_STATEMENT_FOLDER_H

#include "output/pack-folder.h"

/**
 * What a folder of customer statements looks like from outside. It holds files named
 * "statement-ID.html" and "statement-ID.txt" and nothing else, ID being of the characters a to z,
 * 0 to 9 and "-". An earlier one is known by its pages: at least one, each begins as every
 * statement does (statement_html_start()), and every text has its page.
 */
const PackKind *statement_folder_kind (void);

/**
 * "statement-ID" for a customer id in lower case. An id of other characters, or a long one, is
 * made of those allowed and told apart by a hash after "--", so that no two ids have the same
 * name. (transfer full)
 */
char *statement_folder_name (const char *customer);

#endif
