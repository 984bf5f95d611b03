/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-masks.h"
#include "input/rows/csv-scan-body.h"

#define SIMD_VARIABLE "ACORECON_SIMD"

/* From masks to the index. */

/* Bit i of the result is the parity of the bits up to and with i. */
INLINE guint64
prefix_xor (guint64 bits)
{
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

INLINE void
put_records (CsvScanIndex *index, guint64 ends, guint64 record_ends)
{
  for (; record_ends != 0; record_ends &= record_ends - 1)
    {
      const guint64 up_to = record_ends ^ (record_ends - 1); /* the lowest bit, and those below */
      index->records[index->record_count++]
          = (guint32) (index->end_count + (gsize) __builtin_popcountll (ends & up_to));
    }
}

/*
 * A quote opens at the beginning of a cell or is the second of a doubled one; it closes at the end
 * of a cell or is the first of a doubled one. A CR outside quotes is the beginning of a line end.
 * The bit of an offence is that of the later of its two bytes, which lies in the same record.
 */
INLINE guint64
find_offences (const CsvScanIndex *index, const Masks *masks, guint64 inside, guint64 boundary)
{
  const guint64 opening = masks->quote & inside;
  const guint64 closing = masks->quote & ~inside;
  const guint64 outer_cr = masks->cr & ~inside;

  return (opening & ~(boundary << 1 | index->after_boundary))
         | ((closing << 1 | index->after_closing) & ~(boundary | masks->cr))
         | ((outer_cr << 1 | index->after_return) & ~masks->lf) | masks->nul;
}

/* A chunk without quote, line end and NUL, and nothing before it that waits for what comes: all of
   it is outside quotes, or inside. Most are. */
INLINE gboolean
is_plain (const CsvScanIndex *index, const Masks *masks)
{
  return (masks->special | index->after_closing | index->after_return) == 0;
}

INLINE void
take_plain (CsvScanIndex *index, const Masks *masks, PutOffsetsFunc put_offsets)
{
  const guint64 ends = masks->separator & ~index->inside;
  const guint32 base = (guint32) (index->chunk_count * CSV_SCAN_CHUNK);

  index->flags[index->chunk_count++] = masks->high != 0 ? CSV_SCAN_HIGH : 0;
  index->end_count += put_offsets (index->ends + index->end_count, ends, base);
  index->after_boundary = masks->separator >> 63;
}

INLINE void
take_masks (CsvScanIndex *index, const Masks *masks, PutOffsetsFunc put_offsets)
{
  const guint64 inside = prefix_xor (masks->quote) ^ index->inside;
  const guint64 boundary = masks->separator | masks->lf | masks->quote;

  const guint64 ends = (masks->separator | masks->lf) & ~inside;
  const guint64 offences = find_offences (index, masks, inside, boundary);
  const guint32 base = (guint32) (index->chunk_count * CSV_SCAN_CHUNK);

  index->flags[index->chunk_count++]
      = (guint8) ((offences != 0 ? CSV_SCAN_IRREGULAR : 0) | (masks->high != 0 ? CSV_SCAN_HIGH : 0)
                  | ((masks->lf & inside) != 0 ? CSV_SCAN_INNER_LF : 0));
  put_records (index, ends, masks->lf & ~inside);
  index->end_count += put_offsets (index->ends + index->end_count, ends, base);
  index->inside = 0 - (inside >> 63);
  index->after_boundary = boundary >> 63;
  index->after_closing = (masks->quote & ~inside) >> 63;
  index->after_return = (masks->cr & ~inside) >> 63;
}

INLINE void
take_chunks (CsvScanIndex *index, char separator, const char *text, gsize chunk_count, Steps steps)
{
  CsvScanIndex own = *index;

  for (gsize i = 0; i < chunk_count; i++)
    {
      const char *chunk = text + i * CSV_SCAN_CHUNK;
      Masks masks;

      steps.classify (chunk, separator, &masks);
      if (is_plain (&own, &masks))
        {
          take_plain (&own, &masks, steps.put_offsets);
          continue;
        }
      steps.tell_special (chunk, &masks);
      take_masks (&own, &masks, steps.put_offsets);
    }
  *index = own;
}

static void
run_plainly (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (
      index, separator, text, chunk_count,
      (Steps){ csv_masks_classify_plainly, csv_masks_tell_special_plainly, csv_masks_put_offsets });
}

#ifdef __SSE2__

static void
run_sse2 (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (
      index, separator, text, chunk_count,
      (Steps){ csv_masks_classify_sse2, csv_masks_tell_special_sse2, csv_masks_put_offsets });
}

AVX2 static void
run_avx2 (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (
      index, separator, text, chunk_count,
      (Steps){ csv_masks_classify_avx2, csv_masks_tell_special_avx2, csv_masks_put_offsets });
}

AVX512 static void
run_avx512 (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (index, separator, text, chunk_count,
               (Steps){ csv_masks_classify_avx512, csv_masks_tell_special_avx512,
                        csv_masks_put_offsets_avx512 });
}

#endif

void
csv_scan_body_run (CsvScanBody body, char separator, const char *text, gsize chunk_count,
                   CsvScanIndex *index)
{
  switch (body)
    {
#ifdef __SSE2__
    case CSV_SCAN_AVX512:
      run_avx512 (index, separator, text, chunk_count);
      break;
    case CSV_SCAN_AVX2:
      run_avx2 (index, separator, text, chunk_count);
      break;
    case CSV_SCAN_SSE2:
      run_sse2 (index, separator, text, chunk_count);
      break;
#else
    case CSV_SCAN_AVX512:
    case CSV_SCAN_AVX2:
    case CSV_SCAN_SSE2:
#endif
    case CSV_SCAN_NONE:
    default:
      run_plainly (index, separator, text, chunk_count);
    }
}

gboolean
csv_scan_body_is_available (CsvScanBody body)
{
#ifdef __SSE2__
  if (body == CSV_SCAN_AVX512)
    return __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vbmi2")
           && __builtin_cpu_supports ("bmi") && __builtin_cpu_supports ("popcnt");
  if (body == CSV_SCAN_AVX2)
    return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi")
           && __builtin_cpu_supports ("popcnt");
  return TRUE;
#else
  return body == CSV_SCAN_NONE;
#endif
}

CsvScanBody
csv_scan_body_chosen (void)
{
  static const char *const names[CSV_SCAN_BODIES] = { [CSV_SCAN_NONE] = "none",
                                                      [CSV_SCAN_SSE2] = "sse2",
                                                      [CSV_SCAN_AVX2] = "avx2",
                                                      [CSV_SCAN_AVX512] = "avx512" };
  const char *named = g_getenv (SIMD_VARIABLE);
  CsvScanBody fastest = CSV_SCAN_NONE;

  for (guint body = 0; body < CSV_SCAN_BODIES; body++)
    if (csv_scan_body_is_available ((CsvScanBody) body))
      {
        fastest = (CsvScanBody) body;
        if (g_strcmp0 (named, names[body]) == 0)
          break;
      }
  return fastest;
}
