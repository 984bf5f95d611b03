/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_STYLE_H
#define OUTPUT_STATEMENT_STATEMENT_STYLE_H

/**
 * The style sheet of a customer statement: a sheet of paper, A4 or Letter, that can also be read
 * on a screen. Static; never "</style" in it.
 */
const char *statement_style (void);

/** As a content security policy names it: the base64 of its SHA-256. (transfer full) */
char *statement_style_hash (void);

#endif
