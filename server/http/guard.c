// SPDX-License-Identifier: Apache-2.0
// A table of states: which bytes stay in it, which one leads on, and what to say of the rest.
#include "server/http/guard.h"

#define BLANK_LINES_MAX 4

enum { TOKEN = 1, TARGET_BYTE = 2, VALUE_BYTE = 4 };

enum {
    NOWHERE,
    START,
    START_LF,
    METHOD,
    TARGET_FIRST,
    TARGET,
    VERSION,
    LINE_CR,
    LINE_LF,
    FIELD,
    NAME,
    VALUE,
    VALUE_LF,
    END_LF,
    WHOLE
};

typedef struct turn_row {
    unsigned stays; // classes of bytes that change nothing
    char byte;      // leads to `next`
    unsigned next;
    unsigned classes; // lead to `or_next`
    unsigned or_next;
    const char *otherwise;
} turn_row;

static const turn_row turns[] = {
    [START] = {0, '\r', START_LF, TOKEN, METHOD, "A request begins with its method."},
    [START_LF] = {0, '\n', START, 0, 0, "A line ends with CR LF."},
    [METHOD] = {TOKEN, ' ', TARGET_FIRST, 0, 0, "One blank follows the method."},
    [TARGET_FIRST] = {0, 0, NOWHERE, TARGET_BYTE, TARGET,
                      "One blank stands before the target."},
    [TARGET] = {TARGET_BYTE, ' ', VERSION, 0, 0, "The target holds a byte it may not."},
    [VERSION] = {0, 0, NOWHERE, 0, 0, "The version is HTTP/1.1 or HTTP/1.0."},
    [LINE_CR] = {0, '\r', LINE_LF, 0, 0, "The request line ends after the version."},
    [LINE_LF] = {0, '\n', FIELD, 0, 0, "A line ends with CR LF."},
    [FIELD] = {0, '\r', END_LF, TOKEN, NAME, "A header begins with its name; none is folded."},
    [NAME] = {TOKEN, ':', VALUE, 0, 0, "A header's name holds a byte it may not."},
    [VALUE] = {VALUE_BYTE, '\r', VALUE_LF, 0, 0, "A header's value holds a byte it may not."},
    [VALUE_LF] = {0, '\n', FIELD, 0, 0, "A line ends with CR LF."},
    [END_LF] = {0, '\n', WHOLE, 0, 0, "A line ends with CR LF."},
};

static unsigned classes_of(char byte)
{
    // One digit a byte of ASCII: the sum of its classes.
    static const char sums[] = "00000000040000000000000000000000"
                               "47657777667767767777777777666666"
                               "67777777777777777777777777766677"
                               "77777777777777777777777777767670";
    unsigned char code = (unsigned char)byte;
    return code < 0x80 ? (unsigned)(sums[code] - '0') : VALUE_BYTE;
}

void srv_guard_begin(srv_guard *guard)
{
    *guard = (srv_guard){.state = START};
}

bool srv_guard_begun(const srv_guard *guard)
{
    return guard->state > START_LF;
}

static srv_progress refuse(int status, const char *detail, srv_refusal *out)
{
    *out = (srv_refusal){status, detail};
    return SRV_REFUSED;
}

static srv_progress refuse_length(const srv_guard *guard, srv_refusal *out)
{
    if (guard->state <= LINE_LF) {
        return refuse(414, "The request line is too long.", out);
    }
    return refuse(431, "The headers are too large.", out);
}

static srv_progress take_version(srv_guard *guard, char byte, srv_refusal *out)
{
    static const char begins[] = "HTTP/1.";
    size_t at = guard->version_at++;
    if (at < sizeof begins - 1 && byte == begins[at]) {
        return SRV_MORE;
    }
    if (at == sizeof begins - 1 && (byte == '0' || byte == '1')) {
        guard->state = LINE_CR;
        return SRV_MORE;
    }
    return refuse(at < 5 ? 400 : 505, turns[VERSION].otherwise, out);
}

static srv_progress take(srv_guard *guard, char byte, srv_refusal *out)
{
    const turn_row *turn = &turns[guard->state];
    if (guard->state == VERSION) {
        return take_version(guard, byte, out);
    }
    if (turn->next != NOWHERE && byte == turn->byte) {
        guard->state = turn->next;
        return SRV_MORE;
    }
    if ((classes_of(byte) & turn->classes) != 0) {
        guard->state = turn->or_next;
        return SRV_MORE;
    }
    return refuse(400, turn->otherwise, out);
}

static srv_progress skip_blank_line(srv_guard *guard, srv_refusal *out)
{
    guard->start = guard->at;
    if (++guard->blank_lines > BLANK_LINES_MAX) {
        return refuse(400, turns[START].otherwise, out);
    }
    return SRV_MORE;
}

static size_t skip(const srv_guard *guard, cds_text bytes, size_t end)
{
    unsigned stays = turns[guard->state].stays;
    size_t at = guard->at;
    while (at < end && (classes_of(bytes.data[at]) & stays) != 0) {
        at++;
    }
    return at;
}

/** The rest of one line's part; SRV_MORE also says: call again while bytes are left. */
static srv_progress scan_part(srv_guard *guard, cds_text bytes, size_t limit, srv_refusal *out)
{
    size_t last = guard->start + limit;
    size_t end = bytes.length < last ? bytes.length : last;
    guard->at = skip(guard, bytes, end);
    if (guard->at >= last) {
        return refuse_length(guard, out);
    }
    if (guard->at >= bytes.length) {
        return SRV_MORE;
    }
    bool was_blank = guard->state == START_LF;
    srv_progress progress = take(guard, bytes.data[guard->at], out);
    if (progress == SRV_REFUSED) {
        return progress;
    }
    guard->at++;
    return was_blank ? skip_blank_line(guard, out) : progress;
}

srv_progress srv_guard_scan(srv_guard *guard, cds_text bytes, const srv_limits *limits,
                            srv_refusal *out)
{
    while (guard->at < bytes.length && guard->state != WHOLE) {
        bool in_line = guard->state <= LINE_LF;
        size_t limit = in_line ? limits->request_line_bytes + 2 : limits->header_bytes;
        if (scan_part(guard, bytes, limit, out) == SRV_REFUSED) {
            return SRV_REFUSED;
        }
    }
    return guard->state == WHOLE ? SRV_WHOLE : SRV_MORE;
}
