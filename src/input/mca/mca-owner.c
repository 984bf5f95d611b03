/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-owner.h"

#include <string.h>

/* Takes the text up to the next slash off the front of *rest. */
static Slice
take_segment (Slice *rest)
{
  const char *slash = memchr (rest->text, '/', rest->length);
  const gsize length = slash != NULL ? (gsize) (slash - rest->text) : rest->length;
  const Slice segment = { rest->text, length };
  const gsize passed = slash != NULL ? length + 1 : length;

  rest->text += passed;
  rest->length -= passed;
  return segment;
}

Slice
mca_owner_segment (Slice id, const char *name)
{
  Slice rest = id;

  while (rest.length > 0)
    {
      if (!slice_equals_folded (take_segment (&rest), name))
        continue;
      Slice segment = take_segment (&rest);
      if (segment.length > 0 && segment.text[segment.length - 1] == '`')
        segment.length--;
      return segment;
    }
  return (Slice){ "", 0 };
}

Slice
mca_owner_last (Slice id)
{
  Slice rest = id, last = { "", 0 };

  while (rest.length > 0)
    {
      const Slice segment = take_segment (&rest);
      if (segment.length > 0)
        last = segment;
    }
  return last;
}
