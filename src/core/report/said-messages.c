/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/said-messages.h"

struct SaidMessages
{
  GPtrArray *messages; /* of char * */
  guint next;
  gboolean collects;
};

SaidMessages *
said_messages_new (void)
{
  SaidMessages *self = g_new0 (SaidMessages, 1);

  self->messages = g_ptr_array_new_with_free_func (g_free);
  self->collects = TRUE;
  return self;
}

void
said_messages_free (SaidMessages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->messages);
  g_free (self);
}

gboolean
said_messages_are_collected (const SaidMessages *self)
{
  return self->collects;
}

void
said_messages_add (SaidMessages *self, char *message)
{
  g_assert (self->collects);
  g_ptr_array_add (self->messages, message);
}

void
said_messages_collect (SaidMessages *self)
{
  g_ptr_array_set_size (self->messages, 0);
  self->next = 0;
  self->collects = TRUE;
}

void
said_messages_begin (SaidMessages *self)
{
  self->next = 0;
  self->collects = FALSE;
}

const char *
said_messages_next (SaidMessages *self)
{
  g_assert (!self->collects && self->next < self->messages->len);
  return g_ptr_array_index (self->messages, self->next++);
}

gboolean
said_messages_are_taken (const SaidMessages *self)
{
  return self->next == self->messages->len;
}
