// SPDX-License-Identifier: Apache-2.0
// Members of JSON, written one after the other.
#include "server/fhir/names.h"

static void put_name(cds_buf *buf, const char *name)
{
    cds_buf_comma(buf);
    cds_buf_json(buf, cds_text_of(name));
    cds_buf_char(buf, ':');
}

void srv_fhir_put_text(cds_buf *buf, const char *name, cds_text value)
{
    put_name(buf, name);
    cds_buf_json(buf, value);
}

void srv_fhir_put_word(cds_buf *buf, const char *name, const char *value)
{
    srv_fhir_put_text(buf, name, cds_text_of(value));
}

void srv_fhir_put_url(cds_buf *buf, const char *name, cds_text public_url, const char *path)
{
    put_name(buf, name);
    cds_buf_char(buf, '"');
    cds_buf_json_inside(buf, public_url);
    cds_buf_json_inside(buf, cds_text_of(path));
    cds_buf_char(buf, '"');
}

void srv_fhir_open(cds_buf *buf, const char *name, char bracket)
{
    put_name(buf, name);
    cds_buf_char(buf, bracket);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void srv_fhir_put_trimmed(cds_buf *buf, const char *name, cds_text value)
{
    while (value.length > 0 && is_space(value.data[0]))
        value = (cds_text){value.data + 1, value.length - 1};
    while (value.length > 0 && is_space(value.data[value.length - 1]))
        value.length--;
    if (value.length > 0)
        srv_fhir_put_text(buf, name, value);
}
