/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_CUSTOMER_CHOICE_H
#define CORE_ANSWER_CUSTOMER_CHOICE_H

#include "core/book/name-book.h"

/** CustomerChoice: which customers a word may stand for that is the id of none. Pure. */

typedef enum
{
  CUSTOMER_CHOICE_ONE,     /* one customer has this name, or, if none has, a name or an id that
                              begins so */
  CUSTOMER_CHOICE_SEVERAL, /* several have */
  CUSTOMER_CHOICE_NEAR,    /* none; these are called nearly so, as base/nearest has it */
  CUSTOMER_CHOICE_NONE
} CustomerChoiceKind;

typedef struct
{
  const char *customer, *name; /* of the NameBook; "" where no name was given */
} CustomerName;

typedef struct
{
  CustomerChoiceKind kind;
  GArray *found; /* of CustomerName, by name, then by id */
} CustomerChoice;

/**
 * Case does not count, nor do outer blanks. A name or an id begins with the whole of @text or not
 * at all; no customer stands twice in what is found.
 */
CustomerChoice *customer_choice_new (const NameBook *names, const char *text);
void customer_choice_free (CustomerChoice *self); /* NULL is fine */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CustomerChoice, customer_choice_free)

#endif
