/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf-volume.h"

#include "base/recon-error.h"
#include "base/worker.h"
#include "core/book/shelf/charge-shelf.h"
#include "core/book/shelf/shelf-books.h"
#include "core/book/shelf/shelf-ids.h"

static void
put_matches (ShelfWriter *writer, const BookPart *part)
{
  const ReadPlan *plan = part->plan;

  for (guint i = 0; i < column_map_count (plan->map); i++)
    shelf_bytes_put_number (writer, read_matches_has_header (part->matches, i) ? 1 : 0);
  for (guint i = 0; plan->aco_reasons != NULL && plan->aco_reasons[i] != NULL; i++)
    shelf_bytes_put_number (writer, read_matches_has_reason (part->matches, i) ? 1 : 0);
}

static void
put_rejects (ShelfWriter *writer, const BookPart *part)
{
  shelf_bytes_put_number (writer, rejects_count (part->rejects));
  for (guint i = 0; i < rejects_count (part->rejects); i++)
    {
      const Reject *reject = rejects_get (part->rejects, i);

      shelf_bytes_put_position (writer, (Position){ .line = reject->line });
      shelf_bytes_put_text (writer, reject->column);
      shelf_bytes_put_text (writer, reject->reason);
      shelf_bytes_put_text (writer, reject->raw);
    }
}

static void
put_head (const BookPart *part, ShelfHead *head, GByteArray *bytes)
{
  ShelfWriter writer = { .bytes = bytes };

  head->name = g_strdup (part->name);
  head->kind = part->input != NULL ? part->input->kind : KIND_SKIPPED;
  if (!head->is_part && part->input != NULL)
    head->sha256 = g_strdup (part->input->sha256);
  head->signs = part->signs;
  head->is_json = part->is_json;
  head->short_rows = part->short_rows;
  shelf_head_put (&writer, head);
  put_matches (&writer, part);
  put_rejects (&writer, part);
}

static gboolean
refuse_amount (const BookPart *part, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found sums of more than %d digits before the point or %d behind it, expected "
               "amounts that books can keep; reconcile the file itself",
               part->name, SHELF_BYTES_WHOLE_DIGITS_MAX, SHELF_BYTES_SCALE_MAX);
  return FALSE;
}

gboolean
shelf_volume_put (const BookPart *part, ShelfHead *head, GByteArray *bytes, ShelfChecksum *all,
                  GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  put_head (part, head, content);
  shelf_file_put (SHELF_HEAD, content, bytes, all);
  if (part->input == NULL)
    return TRUE;
  g_byte_array_set_size (content, 0);
  if (!shelf_books_put (part->books, part->input, content))
    return refuse_amount (part, error);
  shelf_file_put (SHELF_BOOKS, content, bytes, all);
  g_byte_array_set_size (content, 0);
  charge_shelf_put (pair_book_charges (charge_book_pair_book (part->books->charges)), content);
  shelf_file_put (SHELF_CHARGES, content, bytes, all);
  g_byte_array_set_size (content, 0);
  if (!row_trail_put (part->trail, content))
    return refuse_amount (part, error);
  shelf_file_put (SHELF_ROWS, content, bytes, all);
  return TRUE;
}

static void
take_matches (ShelfReader *reader, BookPart *part)
{
  const ReadPlan *plan = part->plan;

  for (guint i = 0; i < column_map_count (plan->map); i++)
    if (shelf_bytes_take_up_to (reader, 1) != 0)
      read_matches_set_header (part->matches, i);
  for (guint i = 0; plan->aco_reasons != NULL && plan->aco_reasons[i] != NULL; i++)
    if (shelf_bytes_take_up_to (reader, 1) != 0)
      read_matches_note_reason (part->matches, slice_of (plan->aco_reasons[i]));
}

static void
take_rejects (ShelfReader *reader, BookPart *part)
{
  for (guint left = shelf_bytes_take_count (reader, 4); left > 0; left--)
    {
      const Position at = shelf_bytes_take_position (reader);
      g_autofree char *column = shelf_bytes_take_text (reader);
      g_autofree char *reason = slice_dup (shelf_bytes_take_slice (reader, NULL));
      const Slice raw = shelf_bytes_take_slice (reader, NULL);

      if (shelf_bytes_is_good (reader))
        rejects_add (part->rejects, part->name, at.line, column, reason, raw);
    }
}

/* What reading needs for a while, for one volume after the other. */
typedef struct
{
  GByteArray *bytes;
  WrittenLines *written;
} ReadingRoom;

static ReadingRoom
reading_room (void)
{
  return (ReadingRoom){ .bytes = g_byte_array_new (), .written = shelf_aco_lines_room_new () };
}

static void
reading_room_clear (ReadingRoom *self)
{
  g_byte_array_unref (self->bytes);
  shelf_aco_lines_room_free (self->written);
}

/* The bytes of the books, and where they are read from. */
static gboolean
begin_books (const ShelfVolume *volume, guint32 file, guint64 lines_before, const ReadingRoom *room,
             ShelfReader *reader, GError **error)
{
  g_byte_array_set_size (room->bytes, 0);
  if (!shelf_file_read (volume->file, volume->books, room->bytes, error))
    return FALSE;
  *reader = (ShelfReader){ .at = room->bytes->data,
                           .end = room->bytes->data + room->bytes->len,
                           .file = file,
                           .lines_before = lines_before,
                           .written = room->written };
  return TRUE;
}

static gboolean
read_head (const ShelfVolume *volume, guint64 lines_before, BookPart *part, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfHead head = { .name = NULL };

  if (!shelf_file_read (volume->file, volume->head_section, bytes, error))
    return FALSE;
  ShelfReader reader
      = { .at = bytes->data, .end = bytes->data + bytes->len, .lines_before = lines_before };
  shelf_head_take (&reader, &head);
  take_matches (&reader, part);
  take_rejects (&reader, part);
  part->short_rows = head.short_rows;
  part->signs = head.signs;
  part->is_json = head.is_json;
  shelf_head_clear (&head);
  return shelf_bytes_is_good (&reader) || shelf_file_refuse (volume->file, reader.fault, error);
}

/* The tally of the file into @part, all else into @books. */
static gboolean
read_books (const ShelfVolume *volume, guint64 lines_before, BookPart *part, Books *books,
            const ReadingRoom *room, GError **error)
{
  ShelfReader reader;

  if (!begin_books (volume, part->index, lines_before, room, &reader, error))
    return FALSE;
  part->input = input_book_file (part->books->inputs, part->index, part->name, volume->head.kind);
  part->input->sha256 = g_strdup (volume->head.sha256);
  const gboolean good = shelf_books_take (&reader, books, part->input);
  shelf_ids_forget (&reader);
  return good || shelf_file_refuse (volume->file, reader.fault, error);
}

static gboolean
read_into (const ShelfVolume *volume, guint64 lines_before, BookPart *part, Books *books,
           const ReadingRoom *room, GError **error)
{
  if (!read_head (volume, lines_before, part, error))
    return FALSE;
  return volume->books == NULL
         || (read_books (volume, lines_before, part, books, room, error)
             && shelf_file_read (volume->file, volume->charges, NULL, error)
             && shelf_file_read (volume->file, volume->rows, NULL, error));
}

static gboolean
read_lines (const LateVolume *late, const SettledWish *wish, Books *books, const ReadingRoom *room,
            GError **error)
{
  const ShelfVolume *volume = late->volume;
  g_autoptr (InputBook) inputs = input_book_new (); /* nobody asks for it */
  ShelfReader reader;

  if (volume->books == NULL)
    return TRUE;
  if (!begin_books (volume, late->file, late->lines_before, room, &reader, error))
    return FALSE;
  InputTally *input = input_book_file (inputs, late->file, volume->head.name, volume->head.kind);
  const gboolean good = shelf_books_take_lines (&reader, books, input, wish);
  shelf_ids_forget (&reader);
  return good || shelf_file_refuse (volume->file, reader.fault, error);
}

gboolean
shelf_volume_read_lines (const LateVolume *volumes, guint count, const SettledWish *wish,
                         Books *books, GError **error)
{
  ReadingRoom room = reading_room ();
  gboolean good = TRUE;

  for (guint i = 0; i < count && good; i++)
    good = read_lines (&volumes[i], wish, books, &room, error);
  reading_room_clear (&room);
  return good;
}

/* Volumes one after the other: a thread has them for itself, so that books are merged once for a
   range and not once for a volume. */
typedef struct
{
  const BookPart *whole;
  const GPtrArray *volumes;
  const HashKey *key;
  guint begin, end;
  ReadingRoom room;
  BookPart *part; /* the whole one for the first range, else @own */
  BookPart own;
  GError *error; /* NULL: all are good */
} VolumeRange;

static const ShelfVolume *
volume_at (const VolumeRange *self, guint index)
{
  return g_ptr_array_index (self->volumes, index);
}

static guint64
lines_before (const VolumeRange *self, guint index)
{
  guint64 lines = 0;

  for (guint i = 0; i < index; i++)
    lines += volume_at (self, i)->head.lines;
  return lines;
}

/* What follows goes into the books of the range at once: they are joined, not merged. */
static gboolean
read_next (VolumeRange *self, guint index, guint64 lines)
{
  const BookPart *whole = self->whole;
  BookPart later;

  if (index == self->begin)
    return read_into (volume_at (self, index), lines, self->part, self->part->books, &self->room,
                      &self->error);
  book_part_init (&later, whole->plan, self->key, whole->name, whole->index);
  const gboolean good = read_into (volume_at (self, index), lines, &later, self->part->books,
                                   &self->room, &self->error);
  if (good)
    book_part_merge (self->part, &later);
  book_part_clear (&later);
  return good;
}

static void
read_range (gpointer ranges, guint number)
{
  VolumeRange *self = (VolumeRange *) ranges + number;
  guint64 lines = lines_before (self, self->begin);

  self->room = reading_room ();
  for (guint i = self->begin; i < self->end && read_next (self, i, lines); i++)
    lines += volume_at (self, i)->head.lines;
  reading_room_clear (&self->room);
}

static void
init_range (VolumeRange *self, BookPart *whole, guint number, guint count)
{
  const guint volumes = self->volumes->len;

  self->whole = whole;
  self->begin = (guint) ((guint64) volumes * number / count);
  self->end = (guint) ((guint64) volumes * (number + 1) / count);
  self->part = whole;
  if (number == 0)
    return;
  self->part = &self->own;
  book_part_init (&self->own, whole->plan, self->key, whole->name, whole->index);
}

/* What it holds is given up, whether it is good or not. */
static gboolean
join_range (BookPart *whole, VolumeRange *range, GError **error)
{
  const gboolean good = range->error == NULL;

  if (good && range->part != whole)
    book_part_merge (whole, &range->own);
  else if (!good)
    g_propagate_error (error, g_steal_pointer (&range->error));
  book_part_clear (&range->own);
  return good;
}

gboolean
shelf_volume_read_all (BookPart *whole, const GPtrArray *volumes, const HashKey *key, guint jobs,
                       GError **error)
{
  const guint count = CLAMP (jobs, 1, volumes->len);
  g_autofree VolumeRange *ranges = g_new0 (VolumeRange, count);
  gboolean good = TRUE;

  for (guint i = 0; i < count; i++)
    {
      ranges[i].volumes = volumes;
      ranges[i].key = key;
      init_range (&ranges[i], whole, i, count);
    }
  worker_share ("books", jobs, count, read_range, ranges);
  for (guint i = 0; i < count; i++)
    good = join_range (whole, &ranges[i], good ? error : NULL) && good;
  return good;
}
