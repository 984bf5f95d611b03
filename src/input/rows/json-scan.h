/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_SCAN_H
#define INPUT_ROWS_JSON_SCAN_H

#include <glib.h>

#include "base/slice.h"

#include "input/bytes/limits.h"

/**
 * JsonScan: the grammar of JSON (RFC 8259) held strictly, over text that lies in memory in one
 * piece. Values are handed out as the bytes that stand there, so a number keeps every digit; a
 * parser that makes machine numbers of them would lose some. Knows no streams and no columns, and
 * does not look at the encoding: the caller checks that.
 */

typedef enum
{
  JSON_SOUND,
  JSON_CUT, /* the text ends where more must follow */
  JSON_INVALID,
  JSON_DEEP,    /* more than JSON_DEPTH_MAX values in one another */
  JSON_NO_TEXT, /* an escape that is no character: NUL, or half of a surrogate pair */
} JsonVerdict;

/** Set text and length (and at); the rest begins as 0. */
typedef struct
{
  const char *text;
  gsize length;
  gsize at; /* of the next byte; after a failure the byte that is wrong */
  guint depth;
  JsonVerdict verdict; /* the first failure stays */
} JsonScan;

typedef enum
{
  JSON_STRING,
  JSON_NUMBER,
  JSON_BOOLEAN,
  JSON_NULL,
  JSON_ARRAY,
  JSON_OBJECT
} JsonKind;

typedef struct
{
  JsonKind kind;
  Slice text;          /* as it stands; of a string what is between the quotes */
  gboolean is_escaped; /* a string with a backslash */
} JsonValue;

typedef enum
{
  JSON_MEMBER,
  JSON_CLOSED,
  JSON_BROKEN
} JsonStep;

/** Passes over white space. */
void json_scan_blanks (JsonScan *self);
/** Takes white space and then @byte; FALSE when something else follows. */
gboolean json_scan_byte (JsonScan *self, char byte);
/** Takes white space and then one value. */
gboolean json_scan_value (JsonScan *self, JsonValue *value);

/**
 * Within an object, after its brace or a member's value. JSON_MEMBER: @key was taken, and the
 * value is next. JSON_CLOSED: the closing brace was taken.
 */
JsonStep json_scan_key (JsonScan *self, gboolean is_first, JsonValue *key);

#endif
