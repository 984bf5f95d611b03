/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-scan-body.h"

#include <string.h>

#ifdef __SSE2__
#include <immintrin.h>
#endif

#define SIMD_VARIABLE "ACORECON_SIMD"

/* All of it becomes one loop in each body, with the instructions that body may use. Short loops are
 * written out, for compilers leave them as they are. */
#define INLINE static inline G_ALWAYS_INLINE

/* One bit for each byte of a chunk; the lowest is that of the first byte. */
typedef struct
{
  guint64 separator;
  guint64 high;    /* other than 0: there is a byte above 127 */
  guint64 special; /* other than 0: there is a quote or a control character, as these are: */
  guint64 quote;
  guint64 lf;
  guint64 cr;
  guint64 nul;
} Masks;

typedef void (*ClassifyFunc) (const char *chunk, char separator, Masks *masks);
typedef void (*TellSpecialFunc) (const char *chunk, Masks *masks);

/* The two steps of a body. */
typedef struct
{
  ClassifyFunc classify;
  TellSpecialFunc tell_special;
} Steps;

/* Words of 64 bits. */

#define CONTROL_MAX 0x1f

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define TOPS (ONES << 7)

/* The top bit of every byte that equals that of @pattern. */
INLINE guint64
equal_bytes (guint64 word, guint64 pattern)
{
  const guint64 difference = word ^ pattern;
  return ~(((difference & ~TOPS) + ~TOPS) | difference) & TOPS;
}

/* A top bit is set when some byte equals that of @pattern; cheaper than telling which. Of other
   bits nothing is said. */
INLINE guint64
any_equal_byte (guint64 word, guint64 pattern)
{
  const guint64 difference = word ^ pattern;
  return (difference - ONES) & ~difference;
}

/* The same for bytes below 32, which lack the upper three bits. */
INLINE guint64
any_control_character (guint64 word)
{
  return ~(word | word << 1 | word << 2);
}

/* Exchanges byte i, bit j with byte j, bit i. */
INLINE guint64
transpose (guint64 bits)
{
  guint64 swap;

  swap = (bits ^ (bits >> 7)) & G_GUINT64_CONSTANT (0x00AA00AA00AA00AA);
  bits ^= swap ^ (swap << 7);
  swap = (bits ^ (bits >> 14)) & G_GUINT64_CONSTANT (0x0000CCCC0000CCCC);
  bits ^= swap ^ (swap << 14);
  swap = (bits ^ (bits >> 28)) & G_GUINT64_CONSTANT (0x00000000F0F0F0F0);
  return bits ^ swap ^ (swap << 28);
}

INLINE guint64
mask_of_words (const guint64 words[8], char byte)
{
  const guint64 pattern = ONES * (guchar) byte;

  return transpose (equal_bytes (words[0], pattern) >> 7 | equal_bytes (words[1], pattern) >> 6
                    | equal_bytes (words[2], pattern) >> 5 | equal_bytes (words[3], pattern) >> 4
                    | equal_bytes (words[4], pattern) >> 3 | equal_bytes (words[5], pattern) >> 2
                    | equal_bytes (words[6], pattern) >> 1 | equal_bytes (words[7], pattern));
}

INLINE guint64
mask_of_rare_byte (const guint64 words[8], char byte)
{
  const guint64 pattern = ONES * (guchar) byte;
  const guint64 any = any_equal_byte (words[0], pattern) | any_equal_byte (words[1], pattern)
                      | any_equal_byte (words[2], pattern) | any_equal_byte (words[3], pattern)
                      | any_equal_byte (words[4], pattern) | any_equal_byte (words[5], pattern)
                      | any_equal_byte (words[6], pattern) | any_equal_byte (words[7], pattern);

  return (any & TOPS) != 0 ? mask_of_words (words, byte) : 0;
}

INLINE void
load_words (const char *chunk, guint64 words[8])
{
  memcpy (words, chunk, 8 * sizeof words[0]);
  for (guint i = 0; i < 8; i++)
    words[i] = GUINT64_FROM_LE (words[i]);
}

INLINE void
classify_plainly (const char *chunk, char separator, Masks *masks)
{
  guint64 words[8], high = 0, special = 0;

  load_words (chunk, words);
  for (guint i = 0; i < 8; i++)
    {
      high |= words[i];
      special |= any_equal_byte (words[i], ONES * '"') | any_control_character (words[i]);
    }
  masks->separator = mask_of_words (words, separator);
  masks->high = high & TOPS;
  masks->special = special & TOPS;
}

INLINE void
tell_special_plainly (const char *chunk, Masks *masks)
{
  guint64 words[8];

  load_words (chunk, words);
  masks->quote = mask_of_rare_byte (words, '"');
  masks->lf = mask_of_rare_byte (words, '\n');
  masks->cr = mask_of_rare_byte (words, '\r');
  masks->nul = mask_of_rare_byte (words, '\0');
}

/* Vectors of 16 and 32 bytes. */

#ifdef __SSE2__

INLINE guint64
equal_16 (__m128i vector, __m128i pattern)
{
  return (guint64) (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (vector, pattern));
}

INLINE guint64
mask_of_sse2 (const __m128i vectors[4], char byte)
{
  const __m128i pattern = _mm_set1_epi8 (byte);

  return equal_16 (vectors[0], pattern) | equal_16 (vectors[1], pattern) << 16
         | equal_16 (vectors[2], pattern) << 32 | equal_16 (vectors[3], pattern) << 48;
}

INLINE __m128i
load_16 (const char *bytes)
{
  return _mm_loadu_si128 ((const __m128i *) (gconstpointer) bytes);
}

INLINE __m128i
any_of_4 (const __m128i vectors[4])
{
  return _mm_or_si128 (_mm_or_si128 (vectors[0], vectors[1]),
                       _mm_or_si128 (vectors[2], vectors[3]));
}

INLINE __m128i
special_of_16 (__m128i vector)
{
  return _mm_or_si128 (_mm_cmpeq_epi8 (vector, _mm_set1_epi8 ('"')),
                       _mm_cmpeq_epi8 (_mm_min_epu8 (vector, _mm_set1_epi8 (CONTROL_MAX)), vector));
}

INLINE void
classify_sse2 (const char *chunk, char separator, Masks *masks)
{
  const __m128i vectors[4]
      = { load_16 (chunk), load_16 (chunk + 16), load_16 (chunk + 32), load_16 (chunk + 48) };
  const __m128i special[4] = { special_of_16 (vectors[0]), special_of_16 (vectors[1]),
                               special_of_16 (vectors[2]), special_of_16 (vectors[3]) };

  masks->separator = mask_of_sse2 (vectors, separator);
  masks->high = (guint64) (guint) _mm_movemask_epi8 (any_of_4 (vectors));
  masks->special = (guint64) (guint) _mm_movemask_epi8 (any_of_4 (special));
}

INLINE void
tell_special_sse2 (const char *chunk, Masks *masks)
{
  const __m128i vectors[4]
      = { load_16 (chunk), load_16 (chunk + 16), load_16 (chunk + 32), load_16 (chunk + 48) };

  masks->quote = mask_of_sse2 (vectors, '"');
  masks->lf = mask_of_sse2 (vectors, '\n');
  masks->cr = mask_of_sse2 (vectors, '\r');
  masks->nul = mask_of_sse2 (vectors, '\0');
}

#define AVX2 __attribute__ ((target ("avx2,bmi,popcnt")))

AVX2 INLINE guint64
mask_of_avx2 (__m256i first, __m256i second, char byte)
{
  const __m256i pattern = _mm256_set1_epi8 (byte);
  const int low = _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (first, pattern));
  const int high = _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (second, pattern));

  return (guint64) (guint) low | (guint64) (guint) high << 32;
}

AVX2 INLINE __m256i
load_32 (const char *bytes)
{
  return _mm256_loadu_si256 ((const __m256i *) (gconstpointer) bytes);
}

AVX2 INLINE __m256i
special_of_32 (__m256i vector)
{
  const __m256i lesser = _mm256_min_epu8 (vector, _mm256_set1_epi8 (CONTROL_MAX));

  return _mm256_or_si256 (_mm256_cmpeq_epi8 (vector, _mm256_set1_epi8 ('"')),
                          _mm256_cmpeq_epi8 (lesser, vector));
}

AVX2 INLINE void
classify_avx2 (const char *chunk, char separator, Masks *masks)
{
  const __m256i first = load_32 (chunk), second = load_32 (chunk + 32);

  masks->separator = mask_of_avx2 (first, second, separator);
  masks->high = (guint64) (guint) _mm256_movemask_epi8 (_mm256_or_si256 (first, second));
  masks->special = (guint64) (guint) _mm256_movemask_epi8 (
      _mm256_or_si256 (special_of_32 (first), special_of_32 (second)));
}

AVX2 INLINE void
tell_special_avx2 (const char *chunk, Masks *masks)
{
  const __m256i first = load_32 (chunk), second = load_32 (chunk + 32);

  masks->quote = mask_of_avx2 (first, second, '"');
  masks->lf = mask_of_avx2 (first, second, '\n');
  masks->cr = mask_of_avx2 (first, second, '\r');
  masks->nul = mask_of_avx2 (first, second, '\0');
}

#endif

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

/* Takes the lowest bit off; without any, what it writes is of no use and does no harm. */
INLINE guint64
put_offset (guint32 *to, guint64 bits, guint32 base)
{
  *to = base + (guint32) __builtin_ctzll (bits | G_GUINT64_CONSTANT (1) << 63);
  return bits & (bits - 1);
}

/* Writes four at a time, some of them in vain: cheaper than a branch that cannot be foretold. */
INLINE gsize
put_offsets (guint32 *to, guint64 bits, guint32 base)
{
  const gsize count = (gsize) __builtin_popcountll (bits);

  for (gsize i = 0; i < count; i += 4)
    {
      bits = put_offset (to + i, bits, base);
      bits = put_offset (to + i + 1, bits, base);
      bits = put_offset (to + i + 2, bits, base);
      bits = put_offset (to + i + 3, bits, base);
    }
  return count;
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
take_plain (CsvScanIndex *index, const Masks *masks)
{
  const guint64 ends = masks->separator & ~index->inside;
  const guint32 base = (guint32) (index->chunk_count * CSV_SCAN_CHUNK);

  index->flags[index->chunk_count++] = masks->high != 0 ? CSV_SCAN_HIGH : 0;
  index->end_count += put_offsets (index->ends + index->end_count, ends, base);
  index->after_boundary = masks->separator >> 63;
}

INLINE void
take_masks (CsvScanIndex *index, const Masks *masks)
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
          take_plain (&own, &masks);
          continue;
        }
      steps.tell_special (chunk, &masks);
      take_masks (&own, &masks);
    }
  *index = own;
}

static void
run_plainly (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (index, separator, text, chunk_count,
               (Steps){ classify_plainly, tell_special_plainly });
}

#ifdef __SSE2__

static void
run_sse2 (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (index, separator, text, chunk_count, (Steps){ classify_sse2, tell_special_sse2 });
}

AVX2 static void
run_avx2 (CsvScanIndex *index, char separator, const char *text, gsize chunk_count)
{
  take_chunks (index, separator, text, chunk_count, (Steps){ classify_avx2, tell_special_avx2 });
}

#endif

void
csv_scan_body_run (CsvScanBody body, char separator, const char *text, gsize chunk_count,
                   CsvScanIndex *index)
{
  switch (body)
    {
#ifdef __SSE2__
    case CSV_SCAN_AVX2:
      run_avx2 (index, separator, text, chunk_count);
      break;
    case CSV_SCAN_SSE2:
      run_sse2 (index, separator, text, chunk_count);
      break;
#else
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
  static const char *const names[CSV_SCAN_BODIES]
      = { [CSV_SCAN_NONE] = "none", [CSV_SCAN_SSE2] = "sse2", [CSV_SCAN_AVX2] = "avx2" };
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
