/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_MASKS_H
#define INPUT_ROWS_CSV_MASKS_H

#include <string.h>

#include <glib.h>

#ifdef __SSE2__
#include <immintrin.h>
#endif

/**
 * Where in 64 bytes the characters stand that CSV is made of, told in words of 64 bits and in
 * vectors of 16, 32 and 64 bytes. For csv-scan-body alone, which makes a loop of each.
 */

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
/* Writes @base + i for each bit i that is set, ascending, and tells how many there are. What is
   written behind them is of no use; it stays within 64 numbers in all. */
typedef gsize (*PutOffsetsFunc) (guint32 *to, guint64 bits, guint32 base);

/* The steps of a body. */
typedef struct
{
  ClassifyFunc classify;
  TellSpecialFunc tell_special;
  PutOffsetsFunc put_offsets;
} Steps;

/* Takes the lowest bit off; without any, what it writes is of no use and does no harm. */
INLINE guint64
csv_masks_put_offset (guint32 *to, guint64 bits, guint32 base)
{
  *to = base + (guint32) __builtin_ctzll (bits | G_GUINT64_CONSTANT (1) << 63);
  return bits & (bits - 1);
}

/* Four at a time, some of them in vain: cheaper than a branch that cannot be foretold. */
INLINE gsize
csv_masks_put_offsets (guint32 *to, guint64 bits, guint32 base)
{
  const gsize count = (gsize) __builtin_popcountll (bits);

  for (gsize i = 0; i < count; i += 4)
    {
      bits = csv_masks_put_offset (to + i, bits, base);
      bits = csv_masks_put_offset (to + i + 1, bits, base);
      bits = csv_masks_put_offset (to + i + 2, bits, base);
      bits = csv_masks_put_offset (to + i + 3, bits, base);
    }
  return count;
}

/* Words of 64 bits. */

#define CONTROL_MAX 0x1f

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define TOPS (ONES << 7)

/* The top bit of every byte that equals that of @pattern. */
INLINE guint64
csv_masks_equal_bytes (guint64 word, guint64 pattern)
{
  const guint64 difference = word ^ pattern;
  return ~(((difference & ~TOPS) + ~TOPS) | difference) & TOPS;
}

/* A top bit is set when some byte equals that of @pattern; cheaper than telling which. Of other
   bits nothing is said. */
INLINE guint64
csv_masks_any_equal_byte (guint64 word, guint64 pattern)
{
  const guint64 difference = word ^ pattern;
  return (difference - ONES) & ~difference;
}

/* The same for bytes below 32, which lack the upper three bits. */
INLINE guint64
csv_masks_any_control_character (guint64 word)
{
  return ~(word | word << 1 | word << 2);
}

/* Exchanges byte i, bit j with byte j, bit i. */
INLINE guint64
csv_masks_transpose (guint64 bits)
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
csv_masks_mask_of_words (const guint64 words[8], char byte)
{
  const guint64 pattern = ONES * (guchar) byte;

  return csv_masks_transpose (csv_masks_equal_bytes (words[0], pattern) >> 7
                              | csv_masks_equal_bytes (words[1], pattern) >> 6
                              | csv_masks_equal_bytes (words[2], pattern) >> 5
                              | csv_masks_equal_bytes (words[3], pattern) >> 4
                              | csv_masks_equal_bytes (words[4], pattern) >> 3
                              | csv_masks_equal_bytes (words[5], pattern) >> 2
                              | csv_masks_equal_bytes (words[6], pattern) >> 1
                              | csv_masks_equal_bytes (words[7], pattern));
}

INLINE guint64
csv_masks_mask_of_rare_byte (const guint64 words[8], char byte)
{
  const guint64 pattern = ONES * (guchar) byte;
  const guint64 any = csv_masks_any_equal_byte (words[0], pattern)
                      | csv_masks_any_equal_byte (words[1], pattern)
                      | csv_masks_any_equal_byte (words[2], pattern)
                      | csv_masks_any_equal_byte (words[3], pattern)
                      | csv_masks_any_equal_byte (words[4], pattern)
                      | csv_masks_any_equal_byte (words[5], pattern)
                      | csv_masks_any_equal_byte (words[6], pattern)
                      | csv_masks_any_equal_byte (words[7], pattern);

  return (any & TOPS) != 0 ? csv_masks_mask_of_words (words, byte) : 0;
}

INLINE void
csv_masks_load_words (const char *chunk, guint64 words[8])
{
  memcpy (words, chunk, 8 * sizeof words[0]);
  for (guint i = 0; i < 8; i++)
    words[i] = GUINT64_FROM_LE (words[i]);
}

INLINE void
csv_masks_classify_plainly (const char *chunk, char separator, Masks *masks)
{
  guint64 words[8], high = 0, special = 0;

  csv_masks_load_words (chunk, words);
  for (guint i = 0; i < 8; i++)
    {
      high |= words[i];
      special |= csv_masks_any_equal_byte (words[i], ONES * '"')
                 | csv_masks_any_control_character (words[i]);
    }
  masks->separator = csv_masks_mask_of_words (words, separator);
  masks->high = high & TOPS;
  masks->special = special & TOPS;
}

INLINE void
csv_masks_tell_special_plainly (const char *chunk, Masks *masks)
{
  guint64 words[8];

  csv_masks_load_words (chunk, words);
  masks->quote = csv_masks_mask_of_rare_byte (words, '"');
  masks->lf = csv_masks_mask_of_rare_byte (words, '\n');
  masks->cr = csv_masks_mask_of_rare_byte (words, '\r');
  masks->nul = csv_masks_mask_of_rare_byte (words, '\0');
}

/* Vectors of 16 and 32 bytes. */

#ifdef __SSE2__

INLINE guint64
csv_masks_equal_16 (__m128i vector, __m128i pattern)
{
  return (guint64) (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (vector, pattern));
}

INLINE guint64
csv_masks_mask_of_sse2 (const __m128i vectors[4], char byte)
{
  const __m128i pattern = _mm_set1_epi8 (byte);

  return csv_masks_equal_16 (vectors[0], pattern) | csv_masks_equal_16 (vectors[1], pattern) << 16
         | csv_masks_equal_16 (vectors[2], pattern) << 32
         | csv_masks_equal_16 (vectors[3], pattern) << 48;
}

INLINE __m128i
csv_masks_load_16 (const char *bytes)
{
  return _mm_loadu_si128 ((const __m128i *) (gconstpointer) bytes);
}

INLINE __m128i
csv_masks_any_of_4 (const __m128i vectors[4])
{
  return _mm_or_si128 (_mm_or_si128 (vectors[0], vectors[1]),
                       _mm_or_si128 (vectors[2], vectors[3]));
}

INLINE __m128i
csv_masks_special_of_16 (__m128i vector)
{
  return _mm_or_si128 (_mm_cmpeq_epi8 (vector, _mm_set1_epi8 ('"')),
                       _mm_cmpeq_epi8 (_mm_min_epu8 (vector, _mm_set1_epi8 (CONTROL_MAX)), vector));
}

INLINE void
csv_masks_classify_sse2 (const char *chunk, char separator, Masks *masks)
{
  const __m128i vectors[4] = { csv_masks_load_16 (chunk), csv_masks_load_16 (chunk + 16),
                               csv_masks_load_16 (chunk + 32), csv_masks_load_16 (chunk + 48) };
  const __m128i special[4]
      = { csv_masks_special_of_16 (vectors[0]), csv_masks_special_of_16 (vectors[1]),
          csv_masks_special_of_16 (vectors[2]), csv_masks_special_of_16 (vectors[3]) };

  masks->separator = csv_masks_mask_of_sse2 (vectors, separator);
  masks->high = (guint64) (guint) _mm_movemask_epi8 (csv_masks_any_of_4 (vectors));
  masks->special = (guint64) (guint) _mm_movemask_epi8 (csv_masks_any_of_4 (special));
}

INLINE void
csv_masks_tell_special_sse2 (const char *chunk, Masks *masks)
{
  const __m128i vectors[4] = { csv_masks_load_16 (chunk), csv_masks_load_16 (chunk + 16),
                               csv_masks_load_16 (chunk + 32), csv_masks_load_16 (chunk + 48) };

  masks->quote = csv_masks_mask_of_sse2 (vectors, '"');
  masks->lf = csv_masks_mask_of_sse2 (vectors, '\n');
  masks->cr = csv_masks_mask_of_sse2 (vectors, '\r');
  masks->nul = csv_masks_mask_of_sse2 (vectors, '\0');
}

#define AVX2 __attribute__ ((target ("avx2,bmi,popcnt")))

AVX2 INLINE guint64
csv_masks_mask_of_avx2 (__m256i first, __m256i second, char byte)
{
  const __m256i pattern = _mm256_set1_epi8 (byte);
  const int low = _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (first, pattern));
  const int high = _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (second, pattern));

  return (guint64) (guint) low | (guint64) (guint) high << 32;
}

AVX2 INLINE __m256i
csv_masks_load_32 (const char *bytes)
{
  return _mm256_loadu_si256 ((const __m256i *) (gconstpointer) bytes);
}

AVX2 INLINE __m256i
csv_masks_special_of_32 (__m256i vector)
{
  const __m256i lesser = _mm256_min_epu8 (vector, _mm256_set1_epi8 (CONTROL_MAX));

  return _mm256_or_si256 (_mm256_cmpeq_epi8 (vector, _mm256_set1_epi8 ('"')),
                          _mm256_cmpeq_epi8 (lesser, vector));
}

AVX2 INLINE void
csv_masks_classify_avx2 (const char *chunk, char separator, Masks *masks)
{
  const __m256i first = csv_masks_load_32 (chunk), second = csv_masks_load_32 (chunk + 32);

  masks->separator = csv_masks_mask_of_avx2 (first, second, separator);
  masks->high = (guint64) (guint) _mm256_movemask_epi8 (_mm256_or_si256 (first, second));
  masks->special = (guint64) (guint) _mm256_movemask_epi8 (
      _mm256_or_si256 (csv_masks_special_of_32 (first), csv_masks_special_of_32 (second)));
}

AVX2 INLINE void
csv_masks_tell_special_avx2 (const char *chunk, Masks *masks)
{
  const __m256i first = csv_masks_load_32 (chunk), second = csv_masks_load_32 (chunk + 32);

  masks->quote = csv_masks_mask_of_avx2 (first, second, '"');
  masks->lf = csv_masks_mask_of_avx2 (first, second, '\n');
  masks->cr = csv_masks_mask_of_avx2 (first, second, '\r');
  masks->nul = csv_masks_mask_of_avx2 (first, second, '\0');
}

#define AVX512 __attribute__ ((target ("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))

AVX512 INLINE void
csv_masks_classify_avx512 (const char *chunk, char separator, Masks *masks)
{
  const __m512i bytes = _mm512_loadu_si512 (chunk);

  masks->separator = _mm512_cmpeq_epi8_mask (bytes, _mm512_set1_epi8 (separator));
  masks->high = _mm512_movepi8_mask (bytes);
  masks->special = _mm512_cmpeq_epi8_mask (bytes, _mm512_set1_epi8 ('"'))
                   | _mm512_cmple_epu8_mask (bytes, _mm512_set1_epi8 (CONTROL_MAX));
}

AVX512 INLINE void
csv_masks_tell_special_avx512 (const char *chunk, Masks *masks)
{
  const __m512i bytes = _mm512_loadu_si512 (chunk);

  masks->quote = _mm512_cmpeq_epi8_mask (bytes, _mm512_set1_epi8 ('"'));
  masks->lf = _mm512_cmpeq_epi8_mask (bytes, _mm512_set1_epi8 ('\n'));
  masks->cr = _mm512_cmpeq_epi8_mask (bytes, _mm512_set1_epi8 ('\r'));
  masks->nul = _mm512_testn_epi8_mask (bytes, bytes);
}

AVX512 INLINE void
csv_masks_put_16_avx512 (guint32 *to, __m128i offsets, __m512i base)
{
  _mm512_storeu_si512 (to, _mm512_add_epi32 (_mm512_cvtepu8_epi32 (offsets), base));
}

/* Sixteen at a time: nearly always one time is enough. */
AVX512 INLINE gsize
csv_masks_put_offsets_avx512 (guint32 *to, guint64 bits, guint32 base)
{
  const gsize count = (gsize) __builtin_popcountll (bits);
  const __m512i eights = _mm512_set1_epi64 (0x0706050403020100);
  const __m512i places = _mm512_add_epi8 (
      eights, _mm512_set_epi64 (0x3838383838383838, 0x3030303030303030, 0x2828282828282828,
                                0x2020202020202020, 0x1818181818181818, 0x1010101010101010,
                                0x0808080808080808, 0));
  const __m512i offsets = _mm512_maskz_compress_epi8 (bits, places);
  const __m512i bases = _mm512_set1_epi32 ((int) base);

  csv_masks_put_16_avx512 (to, _mm512_castsi512_si128 (offsets), bases);
  if (count > 16)
    {
      csv_masks_put_16_avx512 (to + 16, _mm512_extracti32x4_epi32 (offsets, 1), bases);
      csv_masks_put_16_avx512 (to + 32, _mm512_extracti32x4_epi32 (offsets, 2), bases);
      csv_masks_put_16_avx512 (to + 48, _mm512_extracti32x4_epi32 (offsets, 3), bases);
    }
  return count;
}

#endif

#endif
