// SPDX-License-Identifier: Apache-2.0
// The one home of PCRE2. Long names of Unicode categories, which it lacks, become short ones.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "engine/facts/regex.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <pcre2.h>

#include "engine/base/buf.h"

#define PATTERN_BYTES 4096
#define STEPS 100000
#define DEPTH 1000
#define HEAP_KIB 1024

struct cds_regex {
    pcre2_code *code;
    pcre2_match_context *limits;
};

static const struct {
    const char *name, *category;
} categories[] = {
    {"Letter", "L"},
    {"Cased_Letter", "L&"},
    {"Uppercase_Letter", "Lu"},
    {"Lowercase_Letter", "Ll"},
    {"Titlecase_Letter", "Lt"},
    {"Modifier_Letter", "Lm"},
    {"Other_Letter", "Lo"},
    {"Mark", "M"},
    {"Combining_Mark", "M"},
    {"Nonspacing_Mark", "Mn"},
    {"Spacing_Mark", "Mc"},
    {"Enclosing_Mark", "Me"},
    {"Number", "N"},
    {"Decimal_Number", "Nd"},
    {"digit", "Nd"},
    {"Letter_Number", "Nl"},
    {"Other_Number", "No"},
    {"Punctuation", "P"},
    {"punct", "P"},
    {"Connector_Punctuation", "Pc"},
    {"Dash_Punctuation", "Pd"},
    {"Open_Punctuation", "Ps"},
    {"Close_Punctuation", "Pe"},
    {"Initial_Punctuation", "Pi"},
    {"Final_Punctuation", "Pf"},
    {"Other_Punctuation", "Po"},
    {"Symbol", "S"},
    {"Math_Symbol", "Sm"},
    {"Currency_Symbol", "Sc"},
    {"Modifier_Symbol", "Sk"},
    {"Other_Symbol", "So"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Line_Separator", "Zl"},
    {"Paragraph_Separator", "Zp"},
    {"Other", "C"},
    {"Control", "Cc"},
    {"cntrl", "Cc"},
    {"Format", "Cf"},
    {"Surrogate", "Cs"},
    {"Private_Use", "Co"},
    {"Unassigned", "Cn"},
};

static bool opens_property(cds_text pattern, size_t at)
{
    return pattern.length - at > 3 && pattern.data[at] == '\\' &&
           (pattern.data[at + 1] == 'p' || pattern.data[at + 1] == 'P') &&
           pattern.data[at + 2] == '{';
}

// The category at `at`, copied by its short name; returns where it ends.
static size_t copy_category(cds_buf *to, cds_text pattern, size_t at)
{
    const char *begin = pattern.data + at;
    const char *end = memchr(begin, '}', pattern.length - at);
    cds_text name = {begin, end == NULL ? pattern.length - at : (size_t)(end - begin)};
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        if (cds_text_is(name, categories[i].name)) {
            cds_buf_word(to, categories[i].category);
            return at + name.length;
        }
    }
    cds_buf_text(to, name);
    return at + name.length;
}

static cds_status shorten(cds_ctx *ctx, cds_text pattern, cds_text *out)
{
    cds_buf to;
    cds_buf_init(&to, ctx->mem);
    for (size_t i = 0; i < pattern.length;) {
        size_t bytes = pattern.data[i] == '\\' && i + 1 < pattern.length ? 2 : 1;
        bool is_property = opens_property(pattern, i);
        bytes += is_property;
        cds_buf_text(&to, (cds_text){pattern.data + i, bytes});
        i += bytes;
        if (is_property) {
            i = copy_category(&to, pattern, i);
        }
    }
    return cds_buf_end(ctx, &to, out);
}

static cds_status refuse(cds_ctx *ctx, int code, size_t at)
{
    PCRE2_UCHAR why[160];
    pcre2_get_error_message(code, why, sizeof why);
    return cds_fail(ctx, CDS_REFUSED, "", "This is no pattern: %s, at byte %zu.", (char *)why,
                    at);
}

static cds_status compile(cds_ctx *ctx, cds_text pattern, pcre2_code **out)
{
    int error = 0;
    size_t at = 0;
    const uint32_t options = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS |
                             PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF |
                             PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP;
    pcre2_compile_context *how = pcre2_compile_context_create(NULL);
    if (how == NULL) {
        return cds_fail_memory(ctx);
    }
    pcre2_set_newline(how, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_compile_extra_options(how, PCRE2_EXTRA_ALT_BSUX);
    const char *data = pattern.length == 0 ? "" : pattern.data;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)data, pattern.length, options, &error, &at, how);
    pcre2_compile_context_free(how);
    if (code == NULL) {
        return refuse(ctx, error, at);
    }
    *out = code;
    return CDS_OK;
}

cds_status cds_regex_open(cds_ctx *ctx, cds_text pattern, cds_regex **out)
{
    cds_text shortened;
    if (pattern.length > PATTERN_BYTES || cds_text_starts(pattern, "(*")) {
        return cds_fail(ctx, CDS_REFUSED, "", "This is no pattern: %s.",
                        pattern.length > PATTERN_BYTES ? "it is over 4096 bytes long"
                                                       : "nothing is there to repeat");
    }
    cds_status status = shorten(ctx, pattern, &shortened);
    if (status != CDS_OK) {
        return status;
    }
    cds_regex *regex = calloc(1, sizeof *regex);
    if (regex == NULL) {
        return cds_fail_memory(ctx);
    }
    status = compile(ctx, shortened, &regex->code);
    if (status != CDS_OK) {
        goto done;
    }
    regex->limits = pcre2_match_context_create(NULL);
    if (regex->limits == NULL) {
        status = cds_fail_memory(ctx);
        goto done;
    }
    pcre2_set_match_limit(regex->limits, STEPS);
    pcre2_set_depth_limit(regex->limits, DEPTH);
    pcre2_set_heap_limit(regex->limits, HEAP_KIB);
    *out = regex;
done:
    if (status != CDS_OK) {
        cds_regex_close(regex);
    }
    return status;
}

void cds_regex_close(cds_regex *regex)
{
    if (regex == NULL) {
        return;
    }
    pcre2_code_free(regex->code);
    pcre2_match_context_free(regex->limits);
    free(regex);
}

cds_match cds_regex_search(const cds_regex *regex, cds_text text)
{
    pcre2_match_data *found = pcre2_match_data_create(1, NULL);
    if (found == NULL) {
        return CDS_MATCH_GIVEN_UP;
    }
    PCRE2_SPTR data = (PCRE2_SPTR)(text.length == 0 ? "" : text.data);
    int result = pcre2_match(regex->code, data, text.length, 0, PCRE2_NO_UTF_CHECK, found,
                             regex->limits);
    pcre2_match_data_free(found);
    if (result >= 0) {
        return CDS_MATCH_YES;
    }
    return result == PCRE2_ERROR_NOMATCH ? CDS_MATCH_NO : CDS_MATCH_GIVEN_UP;
}
