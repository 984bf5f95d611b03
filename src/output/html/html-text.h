/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_TEXT_H
#define OUTPUT_HTML_HTML_TEXT_H

#include <glib.h>

#include "base/language/language.h"
#include "core/report/report.h"

/**
 * Text and values as HTML: the only room through which a text of the report enters the page. Each
 * function appends to @out; all of it may stand as content and in a quoted attribute, but for
 * amounts, words, days and months, which have elements of their own.
 *
 * In another language than English a value is shown as its readers write it, and what programs read
 * stands beside: <data value="1234.50">, <time datetime="2026-10-31">, <b data-name="agrees">.
 */

/** What stands for null. */
#define HTML_DASH "\xe2\x80\x93"

/** @text, valid UTF-8, with & < > " ' escaped. */
void html_text_append_escaped (GString *out, const char *text);

/** A text that came from outside as base/visible-text shows it, escaped; a dash for null. */
void html_text_append (GString *out, const char *text, gsize width);

/** The same around what stands between { and } in it: @before and @after, which are HTML. */
void html_text_append_marked (GString *out, const char *text, const char *before,
                              const char *after);

/** A paragraph of the class @style, which may be NULL. */
void html_text_append_paragraph (GString *out, const char *style, const char *text);

/** @word, of these and never a text from outside, in an element of the class @style. */
void html_text_append_word (GString *out, const Language *language, const char *style,
                            const char *word);

/** "balance.csv:7", without a line "balance.csv", without a file a dash. */
void html_text_append_source (GString *out, const char *file, guint64 line);

/**
 * Digits after the point that @value is shown with, at least @least (2 or more, as
 * core/report/money-places says of its currency). The greatest of a column is the @places of its
 * amounts.
 */
guint html_text_decimal_places (Decimal value, guint least);

/**
 * The exact amount with at least @least decimals. Its text content is that of the other forms
 * ("1234.50"); <i> elements group the digits by threes (the style shows a comma before each, as
 * core/report/grouped-number prints one) and fill up to @places, so that points
 * stand below each other.
 */
void html_text_append_decimal (GString *out, const Language *language, Decimal value, guint least,
                               guint places);
void html_text_append_amount (GString *out, const Language *language, const Amount *amount,
                              guint least, guint places);

void html_text_append_month (GString *out, const Language *language, Month month);
/** "2026-07 to 2026-10", or one of them where it is the same. */
void html_text_append_months (GString *out, const Language *language, Month first, Month last);
void html_text_append_day (GString *out, const Language *language, Day day);
void html_text_append_count (GString *out, guint64 count);

/** The same as plain text, for attributes: a dash for null. (transfer full) */
char *html_text_month (const Language *language, Month month);
char *html_text_day (const Language *language, Day day);
/** A count within a sentence: "1234", which other languages group. (transfer full) */
char *html_text_count (const Language *language, guint64 count);

/** As a content security policy names a block: the base64 of its SHA-256. (transfer full) */
char *html_text_block_hash (const char *block);

#endif
