/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_LANGUAGE_SENTENCE_H
#define BASE_LANGUAGE_LANGUAGE_SENTENCE_H

#include "base/amount.h"
#include "base/calendar.h"
#include "base/language/language.h"

/**
 * LanguageSentence: what is said, kept as its text and the values in it, so that it can be said in
 * English for programs and in the reader's language for people. A plain value; borrows all texts.
 */

typedef enum
{
  SENTENCE_NOTHING, /* all zero bits: there is no further word */
  SENTENCE_NAME,    /* as it is: a name, an id, a currency */
  SENTENCE_WORD,    /* one of ours, said in the language */
  SENTENCE_AMOUNT,  /* at least two decimals, and its currency; "not known" */
  SENTENCE_DAY,
  SENTENCE_COUNT
} SentenceValueKind;

typedef struct
{
  SentenceValueKind kind;
  const char *text; /* of an amount its currency; NULL: none */
  Amount amount;
  Day day;
  guint64 count;
} SentenceValue;

#define LANGUAGE_SENTENCE_VALUES_MAX 5

/**
 * @text, marked by N_(), has a "%s" for each value (see base/language/language-fill). With @many it
 * is the text where @number is 1 in English, as in language_say_count(); a pair is marked by
 * NP_().
 */
typedef struct
{
  const char *text;
  const char *many; /* NULL: there is one text */
  guint64 number;
  SentenceValue values[LANGUAGE_SENTENCE_VALUES_MAX];
} LanguageSentence;

/** One in an expression: its text, and its values. */
#define LANGUAGE_SENTENCE(sentence, ...) \
  ((LanguageSentence){ .text = (sentence), .values = { __VA_ARGS__ } })

/** Marks the two texts of a sentence, in its initializer. */
#define NP_(one, many) one, many

SentenceValue language_sentence_name (const char *name);
/** @word: marked by N_(). */
SentenceValue language_sentence_word (const char *word);
/** @currency may be NULL. */
SentenceValue language_sentence_amount (Amount amount, const char *currency);
SentenceValue language_sentence_day (Day day);
SentenceValue language_sentence_count (guint64 count);

/** (transfer full) */
char *language_sentence_say (const LanguageSentence *self, const Language *language);

#endif
