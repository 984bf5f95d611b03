/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-scan.h"

#include <string.h>

#define ROOM_MIN 4096

struct CsvScan
{
  CsvScanBody body;
  char separator;
  CsvScanIndex whole; /* of the whole chunks only, to go on with */
  CsvScanIndex index; /* with what follows them, too */
  gsize room;         /* how long a text the arrays are for */
  gsize length;
  gsize position; /* of the next record */
  gsize next;     /* its number */
};

CsvScan *
csv_scan_new (CsvScanBody body, char separator)
{
  CsvScan *self = g_new0 (CsvScan, 1);

  self->body = body;
  self->separator = separator;
  csv_scan_restart (self);
  return self;
}

void
csv_scan_free (CsvScan *self)
{
  if (self == NULL)
    return;
  g_free (self->whole.ends);
  g_free (self->whole.records);
  g_free (self->whole.flags);
  g_free (self);
}

void
csv_scan_restart (CsvScan *self)
{
  self->whole = (CsvScanIndex){ .ends = self->whole.ends,
                                .records = self->whole.records,
                                .flags = self->whole.flags,
                                .after_boundary = 1 };
  self->index = self->whole;
  self->length = 0;
  self->position = 0;
  self->next = 0;
}

static gsize
record_end (const CsvScanIndex *index, gsize number)
{
  return index->ends[index->records[number] - 1];
}

/* What is too short for a chunk is made one with LF: nothing in front of them offends. */
static void
take_rest (CsvScan *self, const char *rest, gsize count)
{
  CsvScanIndex *index = &self->index;
  char chunk[CSV_SCAN_CHUNK];

  memset (chunk, '\n', sizeof chunk);
  memcpy (chunk, rest, count);
  csv_scan_body_run (self->body, self->separator, chunk, 1, index);
  while (index->record_count > 0 && record_end (index, index->record_count - 1) >= self->length)
    index->record_count--;
  while (index->end_count > 0 && index->ends[index->end_count - 1] >= self->length)
    index->end_count--;
}

static void
make_room (CsvScan *self)
{
  CsvScanIndex *whole = &self->whole;

  if (self->length <= self->room)
    return;
  self->room = CLAMP (self->length, MAX (2 * self->room, ROOM_MIN), CSV_SCAN_BYTES_MAX);
  whole->ends = g_renew (guint32, whole->ends, self->room + CSV_SCAN_CHUNK);
  whole->records = g_renew (guint32, whole->records, self->room + CSV_SCAN_CHUNK);
  whole->flags = g_renew (guint8, whole->flags, self->room / CSV_SCAN_CHUNK + 1);
}

void
csv_scan_add (CsvScan *self, const char *text, gsize length)
{
  g_assert (length >= self->length);
  self->length = MIN (length, CSV_SCAN_BYTES_MAX);
  make_room (self);

  const gsize done = self->whole.chunk_count * CSV_SCAN_CHUNK;
  const gsize chunks = (self->length - done) / CSV_SCAN_CHUNK;
  const gsize rest = (self->length - done) % CSV_SCAN_CHUNK;

  csv_scan_body_run (self->body, self->separator, text + done, chunks, &self->whole);
  self->index = self->whole;
  if (rest > 0)
    take_rest (self, text + self->length - rest, rest);
}

gsize
csv_scan_length (const CsvScan *self)
{
  return self->length;
}

gsize
csv_scan_position (const CsvScan *self)
{
  return self->position;
}

static guint8
flags_of (const CsvScan *self, gsize start, gsize end)
{
  guint8 flags = 0;

  for (gsize chunk = start / CSV_SCAN_CHUNK; chunk * CSV_SCAN_CHUNK < end; chunk++)
    flags |= self->index.flags[chunk];
  return flags;
}

gboolean
csv_scan_rest_is_doubtful (const CsvScan *self)
{
  const guint8 flags = flags_of (self, self->position, self->length);
  const guint8 lines = CSV_SCAN_HIGH | CSV_SCAN_INNER_LF;

  return (flags & CSV_SCAN_IRREGULAR) != 0 || (flags & lines) == lines;
}

gboolean
csv_scan_next (CsvScan *self, CsvScanRecord *record)
{
  const CsvScanIndex *index = &self->index;

  if (self->next == index->record_count)
    return FALSE;

  const gsize first = self->next > 0 ? index->records[self->next - 1] : 0;

  record->start = self->position;
  record->end = record_end (index, self->next);
  record->ends = index->ends + first;
  record->cell_count = index->records[self->next] - first;
  record->flags = flags_of (self, record->start, record->end + 1);
  self->position = record->end + 1;
  self->next++;
  return TRUE;
}

void
csv_scan_put_back (CsvScan *self, const CsvScanRecord *record)
{
  g_assert (self->next > 0 && record->end + 1 == self->position);
  self->position = record->start;
  self->next--;
}

Slice
csv_scan_high_part (const CsvScan *self, const CsvScanRecord *record, const char *text)
{
  gsize first = record->start / CSV_SCAN_CHUNK, last = record->end / CSV_SCAN_CHUNK;

  while (first < last && (self->index.flags[first] & CSV_SCAN_HIGH) == 0)
    first++;
  while (last > first && (self->index.flags[last] & CSV_SCAN_HIGH) == 0)
    last--;

  const gsize start = MAX (first * CSV_SCAN_CHUNK, record->start);
  const gsize end = MIN ((last + 1) * CSV_SCAN_CHUNK, record->end);
  return (Slice){ text + start, end - start };
}
