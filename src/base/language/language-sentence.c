/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/language-sentence.h"

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "base/language/language-number.h"

#define MONEY_PLACES 2

SentenceValue
language_sentence_name (const char *name)
{
  return (SentenceValue){ .kind = SENTENCE_NAME, .text = name };
}

SentenceValue
language_sentence_word (const char *word)
{
  return (SentenceValue){ .kind = SENTENCE_WORD, .text = word };
}

SentenceValue
language_sentence_amount (Amount amount, const char *currency)
{
  return (SentenceValue){ .kind = SENTENCE_AMOUNT, .amount = amount, .text = currency };
}

SentenceValue
language_sentence_day (Day day)
{
  return (SentenceValue){ .kind = SENTENCE_DAY, .day = day };
}

SentenceValue
language_sentence_count (guint64 count)
{
  return (SentenceValue){ .kind = SENTENCE_COUNT, .count = count };
}

static char *
say_amount (const SentenceValue *value, const Language *language)
{
  if (!value->amount.known)
    return g_strdup (language_say (language, "not known"));
  char *number = language_number_in_sentence (language, value->amount.value, MONEY_PLACES);
  if (value->text == NULL)
    return number;
  char *money = g_strconcat (number, " ", value->text, NULL);
  g_free (number);
  return money;
}

/* English groups no digits of a count within a sentence. */
static char *
say_count (guint64 count, const Language *language)
{
  return language == NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT, count)
                          : language_number_of_count (language, count);
}

static char *
say_value (const SentenceValue *value, const Language *language)
{
  switch (value->kind)
    {
    case SENTENCE_NAME:
      return g_strdup (value->text);
    case SENTENCE_WORD:
      return g_strdup (language_say (language, value->text));
    case SENTENCE_AMOUNT:
      return say_amount (value, language);
    case SENTENCE_DAY:
      return language_date_of_day (language, value->day);
    case SENTENCE_COUNT:
      return say_count (value->count, language);
    case SENTENCE_NOTHING:
    default:
      return NULL;
    }
}

char *
language_sentence_say (const LanguageSentence *self, const Language *language)
{
  const char *text = self->many != NULL
                         ? language_say_count (language, self->text, self->many, self->number)
                         : language_say (language, self->text);
  char *values[LANGUAGE_SENTENCE_VALUES_MAX];
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < LANGUAGE_SENTENCE_VALUES_MAX; i++)
    values[i] = say_value (&self->values[i], language);
  language_fill (out, text, (const char *const *) values, LANGUAGE_SENTENCE_VALUES_MAX);
  for (guint i = 0; i < LANGUAGE_SENTENCE_VALUES_MAX; i++)
    g_free (values[i]);
  return g_string_free (out, FALSE);
}
