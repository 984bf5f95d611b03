/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_UTF8_LOCALE_H
#define BASE_LANGUAGE_UTF8_LOCALE_H

#include <glib.h>

/**
 * Utf8Locale: that texts are UTF-8 here, whatever the locale of the process is. Of this thread
 * alone, and of the workers that it starts: a program that uses us as a library keeps its own.
 */
typedef struct
{
  gpointer own; /* NULL: there is none to be had, and the thread keeps what it has */
  gpointer before;
} Utf8Locale;

/** From here to utf8_locale_leave(), which comes in the same thread. */
void utf8_locale_enter (Utf8Locale *self);
void utf8_locale_leave (Utf8Locale *self);

/** What is in force in this thread, for another one to take over; borrowed. */
gpointer utf8_locale_of_thread (void);
void utf8_locale_take_over (gpointer locale);

#endif
