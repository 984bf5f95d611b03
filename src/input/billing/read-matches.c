/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/read-matches.h"

struct ReadMatches
{
  const ColumnMap *map;
  const char *const *reasons;
  gboolean *headers_met; /* one for each of the map, and of the reasons */
  gboolean *reasons_met;
  guint reasons_left; /* how many were not met */
};

ReadMatches *
read_matches_new (const ColumnMap *map, const char *const *reasons)
{
  static const char *const no_reasons[] = { NULL };
  ReadMatches *self = g_new0 (ReadMatches, 1);

  self->map = map;
  self->reasons = reasons != NULL ? reasons : no_reasons;
  self->reasons_left = g_strv_length ((char **) (guintptr) self->reasons);
  self->headers_met = g_new0 (gboolean, column_map_count (map));
  self->reasons_met = g_new0 (gboolean, self->reasons_left);
  return self;
}

void
read_matches_free (ReadMatches *self)
{
  if (self == NULL)
    return;
  g_free (self->headers_met);
  g_free (self->reasons_met);
  g_free (self);
}

void
read_matches_note_header (ReadMatches *self, const Header *header)
{
  for (guint i = 0; i < column_map_count (self->map); i++)
    if (header_has_name (header, column_map_folded (self->map, i)))
      self->headers_met[i] = TRUE;
}

void
read_matches_note_reason (ReadMatches *self, Slice reason)
{
  if (self->reasons_left == 0)
    return;
  for (guint i = 0; self->reasons[i] != NULL; i++)
    if (!self->reasons_met[i] && slice_equals_folded (reason, self->reasons[i]))
      {
        self->reasons_met[i] = TRUE;
        self->reasons_left--;
      }
}

void
read_matches_set_header (ReadMatches *self, guint index)
{
  g_assert (index < column_map_count (self->map));
  self->headers_met[index] = TRUE;
}

void
read_matches_add (ReadMatches *self, const ReadMatches *further)
{
  for (guint i = 0; i < column_map_count (self->map); i++)
    self->headers_met[i] = self->headers_met[i] || further->headers_met[i];
  for (guint i = 0; self->reasons_left > 0 && self->reasons[i] != NULL; i++)
    if (further->reasons_met[i])
      read_matches_note_reason (self, slice_of (self->reasons[i]));
}

gboolean
read_matches_has_header (const ReadMatches *self, guint index)
{
  g_assert (index < column_map_count (self->map));
  return self->headers_met[index];
}

gboolean
read_matches_has_reason (const ReadMatches *self, guint index)
{
  return self->reasons_met[index];
}
