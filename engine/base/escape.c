// SPDX-License-Identifier: Apache-2.0
// Eight bytes become eight to sixteen by one shuffle, where the processor has it; elsewhere,
// and for control characters, they go byte by byte behind those that stand for themselves.
#include "engine/base/escape.h"

#include <string.h>

#include "engine/base/eight.h"

bool cds_needs_escape(char byte)
{
    return (unsigned char)byte < 0x20 || byte == '"' || byte == '\\';
}

char *cds_escape_byte(char *to, char byte)
{
    static const char letters[256] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n',  ['\f'] = 'f',
        ['\r'] = 'r', ['"'] = '"',  ['\\'] = '\\',
    };
    static const char hex[] = "0123456789abcdef";
    const unsigned char unsigned_byte = (unsigned char)byte;
    to[0] = '\\';
    to[1] = letters[unsigned_byte];
    if (to[1] != '\0')
        return to + 2;
    memcpy(to + 1, "u00", 3);
    to[4] = hex[unsigned_byte >> 4];
    to[5] = hex[unsigned_byte & 15];
    return to + CDS_ESCAPE_BYTES;
}

// Counts those before the first that needs an escape, and goes on after it.
static void step_over_first(cds_escaping *it)
{
    const uint64_t marks = cds_eight_to_escape(cds_eight_at(it->from));
    const size_t plain = cds_eight_first(marks);
    memcpy(it->to, it->from, CDS_EIGHT);
    it->to += plain;
    it->from += plain;
    if (marks != 0)
        it->to = cds_escape_byte(it->to, *it->from++);
}

static bool has_step(const cds_escaping *it, long written)
{
    return it->from_end - it->from >= (long)CDS_EIGHT && it->to_end - it->to >= written;
}

static void escape_by_first(cds_escaping *it)
{
    while (has_step(it, CDS_EIGHT + CDS_ESCAPE_BYTES))
        step_over_first(it);
}

#ifdef __x86_64__
#include <tmmintrin.h>

/** For each set of quotes and backslashes among eight bytes: which byte goes where, the ninth
 *  being a backslash; and how many there are then. */
static struct spread {
    unsigned char order[256][16];
    unsigned char length[256];
} spread;

__attribute__((constructor)) static void fill_spread(void)
{
    for (unsigned set = 0; set < 256; set++) {
        unsigned char length = 0;
        for (unsigned i = 0; i < CDS_EIGHT; i++) {
            if ((set >> i & 1) != 0)
                spread.order[set][length++] = CDS_EIGHT;
            spread.order[set][length++] = (unsigned char)i;
        }
        spread.length[set] = length;
    }
}

__attribute__((target("ssse3"))) static void escape_by_shuffle(cds_escaping *it)
{
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i slashes = _mm_set1_epi8('\\');
    const __m128i last_control = _mm_set1_epi8(0x1f);
    while (has_step(it, 2 * CDS_EIGHT)) {
        const __m128i eight = _mm_loadl_epi64((const __m128i *)it->from);
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(eight, last_control), eight);
        const __m128i found =
            _mm_or_si128(_mm_cmpeq_epi8(eight, quotes), _mm_cmpeq_epi8(eight, slashes));
        if ((_mm_movemask_epi8(control) & 0xff) != 0) {
            step_over_first(it);
            continue;
        }
        const unsigned set = (unsigned)_mm_movemask_epi8(found) & 0xff;
        const __m128i order = _mm_loadu_si128((const __m128i *)spread.order[set]);
        const __m128i both = _mm_unpacklo_epi64(eight, slashes);
        _mm_storeu_si128((__m128i *)it->to, _mm_shuffle_epi8(both, order));
        it->to += spread.length[set];
        it->from += CDS_EIGHT;
    }
}

void cds_escape_eights(cds_escaping *it)
{
    if (__builtin_cpu_supports("ssse3"))
        escape_by_shuffle(it);
    escape_by_first(it);
}
#else
void cds_escape_eights(cds_escaping *it)
{
    escape_by_first(it);
}
#endif
