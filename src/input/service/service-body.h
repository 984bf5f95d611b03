/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_SERVICE_BODY_H
#define INPUT_SERVICE_SERVICE_BODY_H

#include "input/rows/json-tokens.h"

/**
 * ServiceBody: JSON that lies in memory, an object at a time: who reads one names the members that
 * matter, and the rest is passed over. Keys are compared without case. Every FALSE comes with
 * RECON_ERROR_INPUT, "NAME:LINE:COLUMN: found ..., expected ...".
 */
typedef struct
{
  Slice whole;
  Slice left;         /* that is still to be read */
  JsonTokens *tokens; /* NULL: not opened */
} ServiceBody;

typedef struct
{
  const char *key; /* in lower case */
  /* Takes the value that begins with @first, to its end. */
  gboolean (*take) (ServiceBody *self, const JsonToken *first, gpointer data, GError **error);
} ServiceMember;

/** @name and @text are borrowed. */
void service_body_open (ServiceBody *self, const char *name, Slice text);
void service_body_clear (ServiceBody *self);

gboolean service_body_next (ServiceBody *self, JsonToken *token, GError **error);
/** Nothing stands behind the value. */
gboolean service_body_end (ServiceBody *self, GError **error);
/** @first is its brace. @members ends with a NULL key; @data goes to take(). */
gboolean service_body_object (ServiceBody *self, const JsonToken *first,
                              const ServiceMember *members, gpointer data, GError **error);
/** Each element of the array that begins with @first. */
gboolean service_body_array (ServiceBody *self, const JsonToken *first,
                             gboolean (*take) (ServiceBody *self, const JsonToken *element,
                                               gpointer data, GError **error),
                             gpointer data, GError **error);
gboolean service_body_skip (ServiceBody *self, const JsonToken *first, GError **error);
/** A text without outer blanks; *text is NULL where it is blank, or null. (transfer full) */
gboolean service_body_text (const ServiceBody *self, const JsonToken *first, char **text,
                            GError **error);
/** An object or array as it stands. */
gboolean service_body_bytes (ServiceBody *self, const JsonToken *first, Slice *bytes,
                             GError **error);
gboolean service_body_refuse (const ServiceBody *self, const JsonToken *found, const char *expected,
                              GError **error);

/** The byte at @place. */
gsize service_body_offset (const ServiceBody *self, JsonPlace place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ServiceBody, service_body_clear)

#endif
