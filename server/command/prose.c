// SPDX-License-Identifier: Apache-2.0
// Wraps line by line; what a line begins with (blanks, "- ", "12. ") is how far it hangs.
#include "server/command/prose.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_MAX 110

size_t srv_prose_width(FILE *to)
{
    struct winsize size = {0};
    if (isatty(fileno(to)) != 1 || ioctl(fileno(to), TIOCGWINSZ, &size) != 0)
        return SRV_PROSE_WIDTH;
    size_t columns = size.ws_col;
    if (columns < SRV_PROSE_WIDTH)
        return SRV_PROSE_WIDTH;
    return columns > WIDTH_MAX ? WIDTH_MAX : columns;
}

static cds_text from(cds_text text, size_t start)
{
    return (cds_text){text.data + start, text.length - start};
}

static size_t length_until(cds_text text, char byte)
{
    const char *found = memchr(text.data, byte, text.length);
    return found == NULL ? text.length : (size_t)(found - text.data);
}

// How many blanks the lines after the first begin with.
static size_t hang_of(cds_text line)
{
    size_t blanks = 0;
    while (blanks < line.length && line.data[blanks] == ' ')
        blanks++;
    size_t mark = blanks;
    while (mark < line.length && line.data[mark] >= '0' && line.data[mark] <= '9')
        mark++;
    if (mark > blanks && cds_text_starts(from(line, mark), ". "))
        return mark + 2;
    return cds_text_starts(from(line, blanks), "- ") ? blanks + 2 : blanks;
}

static void wrap(const srv_prose *prose, cds_text line)
{
    size_t hang = hang_of(line);
    size_t column = cds_text_points((cds_text){line.data, hang});
    bool begun = false;
    (void)fwrite(line.data, 1, hang, prose->to);
    for (cds_text rest = from(line, hang); rest.length > 0;) {
        cds_text word = {rest.data, length_until(rest, ' ')};
        size_t points = cds_text_points(word);
        if (begun && column + 1 + points > prose->width) {
            fprintf(prose->to, "\n%*s", (int)hang, "");
            column = hang;
        } else if (begun) {
            fputc(' ', prose->to);
            column++;
        }
        (void)fwrite(word.data, 1, word.length, prose->to);
        column += points;
        begun = true;
        rest = from(rest, word.length + (word.length < rest.length ? 1 : 0));
    }
}

static bool introduces(cds_text line)
{
    return line.length > 0 && line.data[line.length - 1] == ':' && hang_of(line) == 0;
}

void srv_prose_print(const srv_prose *prose, cds_text text)
{
    bool first = true;
    for (cds_text rest = text; rest.length > 0; first = false) {
        cds_text line = {rest.data, length_until(rest, '\n')};
        bool bold = prose->color && (first || introduces(line));
        fputs(bold ? "\x1b[1m" : "", prose->to);
        wrap(prose, line);
        fputs(bold ? "\x1b[0m\n" : "\n", prose->to);
        rest = from(rest, line.length + (line.length < rest.length ? 1 : 0));
    }
}
