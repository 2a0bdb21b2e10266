// SPDX-License-Identifier: Apache-2.0
// tendon catalogue: the rule library as files for reading, printing and signing.
#include "server/command/catalogue.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "server/api/service.h"
#include "server/command/command.h"
#include "server/web/embedded.h"

#define PATH_BYTES 4096

// Says what went wrong where, with the system's reason.
static bool save(const char *path, const cds_text *parts, size_t count)
{
    FILE *file = fopen(path, "wbe");
    bool good = file != NULL;
    for (size_t i = 0; good && i < count; i++)
        good = fwrite(parts[i].data, 1, parts[i].length, file) == parts[i].length;
    if (file != NULL)
        good = fclose(file) == 0 && good;
    if (!good)
        fprintf(stderr, "tendon catalogue: %s cannot be written: %s\n", path, strerror(errno));
    return good;
}

static bool write_paper(srv_catalogue *catalogue, const srv_paper_format *format,
                        const char *printed_on, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, catalogue->ctx->mem);
    catalogue->paper = (srv_paper){.format = format, .buf = &buf};
    srv_catalogue_tell(catalogue, printed_on);
    bool good = cds_buf_end(catalogue->ctx, &buf, out) == CDS_OK;
    if (!good)
        srv_say_error(catalogue->ctx);
    return good;
}

// The stylesheet, and on every printed page which release it shows.
static bool save_style(const srv_catalogue *catalogue, const char *path)
{
    char page[160];
    int length =
        snprintf(page, sizeof page, "@page { @top-right { content: \"%s  %.19s\"; } }\n",
                 catalogue->release->name, catalogue->view->digest_text);
    cds_text parts[] = {{(const char *)srv_catalogue_css, srv_catalogue_css_bytes},
                        {page, (size_t)length}};
    return save(path, parts, 2);
}

static bool save_html(srv_catalogue *catalogue, const char *folder, const char *printed_on)
{
    char page[PATH_BYTES];
    char style[PATH_BYTES];
    cds_text text;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "tendon catalogue: %s cannot be made: %s\n", folder, strerror(errno));
        return false;
    }
    if (snprintf(page, sizeof page, "%s/index.html", folder) >= PATH_BYTES ||
        snprintf(style, sizeof style, "%s/catalogue.css", folder) >= PATH_BYTES) {
        fprintf(stderr, "tendon catalogue: the folder's name is too long\n");
        return false;
    }
    return write_paper(catalogue, &srv_paper_html, printed_on, &text) && save(page, &text, 1) &&
           save_style(catalogue, style);
}

static bool save_markdown(srv_catalogue *catalogue, const char *path, const char *printed_on)
{
    cds_text text;
    return write_paper(catalogue, &srv_paper_markdown, printed_on, &text) &&
           save(path, &text, 1);
}

static bool save_all(srv_catalogue *catalogue, const srv_options *options, cds_date today)
{
    char printed_on[CDS_DATE_LENGTH + 1];
    cds_date_format(today, printed_on);
    bool good = true;
    if (options->html_dir != NULL)
        good = save_html(catalogue, options->html_dir, printed_on);
    if (good && options->markdown_file != NULL)
        good = save_markdown(catalogue, options->markdown_file, printed_on);
    return good;
}

int srv_command_catalogue(const srv_options *options)
{
    if (options->html_dir == NULL && options->markdown_file == NULL) {
        fprintf(stderr,
                "tendon catalogue: say where to: --html DIR, --markdown FILE or both\n");
        return SRV_USAGE;
    }
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    CDS_PROMISE(ctx.mem != NULL);
    cds_date today = {0};
    srv_release *release = srv_load_release(&ctx, options, &today);
    bool good = release != NULL;
    if (good) {
        srv_catalogue catalogue = {
            .ctx = &ctx, .release = release, .view = cds_ruleset_look(release->rules)};
        good = save_all(&catalogue, options, today);
    }
    srv_release_drop(release);
    cds_arena_free(ctx.mem);
    return good ? SRV_DONE : SRV_FAILED;
}
