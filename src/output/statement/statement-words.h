/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_WORDS_H
#define OUTPUT_STATEMENT_STATEMENT_WORDS_H

#include <glib.h>

#include "base/language/language.h"
#include "core/answer/statement.h"
#include "core/report/money-places.h"

/**
 * The words of a customer statement, for a reader who knows nothing of the files it was made from.
 * Both forms of the statement say the same. In the language of the customer, printable, not
 * escaped; what came from a file is made visible. Everything returned is (transfer full).
 */

/** How a statement is told: in which language, and with how many decimals. Borrowed. */
typedef struct
{
  const Language *language;
  const MoneyPlaces *places;
} StatementVoice;

/** "31 October 2026"; "not known" for DAY_NONE. */
char *statement_words_day (const Language *language, Day day);
/** "October 2026"; with @brief "Oct 2026". */
char *statement_words_month (const Language *language, Month month, gboolean brief);
/** "October 2026" or "July 2026 to October 2026"; NULL: the statement has no month. */
char *statement_words_period (const Language *language, const Statement *statement);

/** What a statement is called where the partner does not say. */
char *statement_words_title (const Language *language);

/** How many decimals its amounts have. */
MoneyPlaces *statement_words_money_places (const Statement *statement);
/** As base/language/language-number prints it, or "not known". */
char *statement_words_amount (const Language *language, const Amount *amount, guint places);
/** "1,140.00 USD". */
char *statement_words_money (const StatementVoice *voice, Decimal value, const char *currency);
/** The same, or "not known". */
char *statement_words_sum_text (const StatementVoice *voice, const Amount *amount,
                                const char *currency);

/** "61 days left", "1 day left", "last day", "1 day ago". */
char *statement_words_days (const Language *language, gint64 days);

/** "Active", "Expiring soon", ...; static. */
const char *statement_words_state (const Language *language, StatementState state);
/** "Credit ACO", or "Azure credit" where it has no name. */
char *statement_words_credit_title (const Language *language, const StatementCredit *credit);
/** What became of it, in a sentence or two. */
char *statement_words_credit_sentence (const StatementVoice *voice, const StatementCredit *credit);
/** "1 July 2026 to 30 June 2027", "from 1 July 2026 on", "until ...", "not known". */
char *statement_words_validity (const Language *language, const StatementCredit *credit);
/** "30 June 2027 (242 days left): 1,140.00 USD", or NULL when nothing is known to expire. */
char *statement_words_next_expiry (const StatementVoice *voice, const StatementGlance *glance);
/** The product's name, or words for one that has none. */
char *statement_words_product (const Language *language, const char *product);

#endif
