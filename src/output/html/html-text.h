/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_TEXT_H
#define OUTPUT_HTML_HTML_TEXT_H

#include <glib.h>

#include "core/report/report.h"

/**
 * Text and values as HTML: the only room through which a text of the report enters the page. Each
 * function appends to @out; all of it may stand as content and in a quoted attribute, but for
 * amounts, which have elements of their own.
 */

/** What stands for null. */
#define HTML_DASH "\xe2\x80\x93"

/** @text, valid UTF-8, with & < > " ' escaped. */
void html_text_append_escaped (GString *out, const char *text);

/** A text that came from outside as base/visible-text shows it, escaped; a dash for null. */
void html_text_append (GString *out, const char *text, gsize width);

/** @word, a ReportWord and never a text from outside, in an element of its class. */
void html_text_append_word (GString *out, const char *word);

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
void html_text_append_decimal (GString *out, Decimal value, guint least, guint places);
void html_text_append_amount (GString *out, const Amount *amount, guint least, guint places);

void html_text_append_month (GString *out, Month month);
void html_text_append_day (GString *out, Day day);
void html_text_append_count (GString *out, guint64 count);

/** As a content security policy names a block: the base64 of its SHA-256. (transfer full) */
char *html_text_block_hash (const char *block);

#endif
