/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_SAID_MESSAGES_H
#define CORE_REPORT_SAID_MESSAGES_H

#include <glib.h>

/**
 * SaidMessages: what findings say in the reader's language, in the order in which they are found.
 * Rules are applied twice then: first they only say, and nothing that they find is kept; then they
 * find, in English, and take what was said. So no figure, id or form for programs can depend on the
 * language. Where nobody asks for a language there are none of these.
 */
typedef struct SaidMessages SaidMessages;

/** Collects until said_messages_begin(). */
SaidMessages *said_messages_new (void);
void said_messages_free (SaidMessages *self); /* NULL is fine */

gboolean said_messages_are_collected (const SaidMessages *self);
/** @message: (transfer full) */
void said_messages_add (SaidMessages *self, char *message);

/** Collects again, from nothing. */
void said_messages_collect (SaidMessages *self);
/** From here on they are taken, from the first on. */
void said_messages_begin (SaidMessages *self);
/** The next. (transfer none) */
const char *said_messages_next (SaidMessages *self);
/** Whether all were taken: the rules said no more than they found. */
gboolean said_messages_are_taken (const SaidMessages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaidMessages, said_messages_free)

#endif
