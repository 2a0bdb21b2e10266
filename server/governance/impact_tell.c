// SPDX-License-Identifier: Apache-2.0
// An impact as JSON and in words.
#include <inttypes.h>

#include "server/governance/impact.h"

static void write_ids(cds_buf *buf, const char (*ids)[SRV_ID_LENGTH + 1], size_t count)
{
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < count; i++) {
        cds_buf_comma(buf);
        cds_buf_json(buf, cds_text_of(ids[i]));
    }
    cds_buf_char(buf, ']');
}

/** Members in their places: RFC 8785 wants them sorted by name. */
static const srv_change by_name[] = {SRV_CHANGE_CLASS,   SRV_CHANGE_GAINED, SRV_CHANGE_LOST,
                                     SRV_CHANGE_IMAGING, SRV_CHANGE_OTHER,  SRV_CHANGE_REFERRAL,
                                     SRV_CHANGE_STEP,    SRV_CHANGE_NONE,   SRV_CHANGE_WORDING};

void srv_impact_json(cds_buf *buf, const srv_impact_of *of, const srv_impact *impact)
{
    cds_buf_word(buf, "{\"after\":");
    cds_buf_json(buf, of->after);
    cds_buf_word(buf, ",\"before\":");
    cds_buf_json(buf, of->before);
    cds_buf_word(buf, ",\"emergencies_lost\":");
    write_ids(buf, (const char(*)[SRV_ID_LENGTH + 1]) impact->lost, impact->lost_count);
    cds_buf_word(buf, ",\"groups\":{");
    for (size_t i = 0; i < SRV_CHANGE_COUNT; i++) {
        const srv_impact_group *group = &impact->groups[by_name[i]];
        cds_buf_comma(buf);
        cds_buf_json(buf, cds_text_of(srv_change_member(by_name[i])));
        cds_buf_format(buf, ":{\"count\":%" PRId64 ",\"examples\":", group->count);
        write_ids(buf, (const char(*)[SRV_ID_LENGTH + 1]) group->examples,
                  group->example_count);
        cds_buf_char(buf, '}');
    }
    cds_buf_format(buf, "},\"recorded\":%" PRId64 ",\"replayable\":%" PRId64 "}",
                   impact->recorded, impact->replayable);
}

static void tell_group(cds_buf *buf, const srv_impact *impact, srv_change change)
{
    const srv_impact_group *group = &impact->groups[change];
    cds_buf_format(buf, "%8" PRId64 "  %s\n", group->count, srv_change_heading(change));
    if (change == SRV_CHANGE_LOST) {
        for (size_t i = 0; i < impact->lost_count; i++)
            cds_buf_format(buf, "            %s\n", impact->lost[i]);
        return;
    }
    for (size_t i = 0; i < group->example_count; i++)
        cds_buf_format(buf, "            %s%s\n", i == 0 ? "such as " : "        ",
                       group->examples[i]);
}

void srv_impact_tell(cds_buf *buf, const srv_impact *impact)
{
    cds_buf_format(buf, "%" PRId64 " of %" PRId64 " recorded assessments could be replayed.\n",
                   impact->replayable, impact->recorded);
    for (size_t i = 0; i < SRV_CHANGE_COUNT; i++)
        tell_group(buf, impact, (srv_change)i);
}
