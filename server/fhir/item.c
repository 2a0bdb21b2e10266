// SPDX-License-Identifier: Apache-2.0
// linkId, question, type, options; bounds, unit and who is asked as extensions.
#include "server/fhir/item.h"

#include "server/fhir/names.h"

#define CORE "http://hl7.org/fhir/StructureDefinition/"
#define UCUM "http://unitsofmeasure.org"

static const char *type_of(const cds_field *field)
{
    switch (field->kind) {
    case CDS_YESNO:
        return "boolean";
    case CDS_WHOLE:
        return "integer";
    case CDS_NUMBER:
        return "decimal";
    case CDS_DAY:
        return "date";
    case CDS_CHOICE:
    case CDS_CHOICES:
        return "choice";
    case CDS_WORD:
    case CDS_WORDS:
    case CDS_ITEMS:
        return "string";
    }
    return "string";
}

/** UCUM's code for a unit as the schema writes it; NULL: not known here. */
static const char *ucum_of(cds_text unit)
{
    static const struct {
        const char *unit, *code;
    } units[] = {{"years", "a"}, {"weeks", "wk"},          {"days", "d"}, {"months", "mo"},
                 {"hours", "h"}, {"minutes", "min"},       {"km", "km"},  {"cm", "cm"},
                 {"kg", "kg"},   {"kg/m\302\262", "kg/m2"}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (cds_text_is(unit, units[i].unit))
            return units[i].code;
    }
    return NULL;
}

static void open_extension(cds_buf *buf, const char *url)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    srv_fhir_put_word(buf, "url", url);
}

static void put_bound(cds_buf *buf, const cds_field *field, const char *url, double bound)
{
    open_extension(buf, url);
    cds_buf_word(buf, field->kind == CDS_WHOLE ? ",\"valueInteger\":" : ",\"valueDecimal\":");
    cds_buf_number(buf, bound);
    cds_buf_char(buf, '}');
}

static void put_unit(cds_buf *buf, const cds_field *field)
{
    const char *code = ucum_of(field->unit);
    open_extension(buf, CORE "questionnaire-unit");
    srv_fhir_open(buf, "valueCoding", '{');
    if (code != NULL) {
        srv_fhir_put_word(buf, "system", UCUM);
        srv_fhir_put_word(buf, "code", code);
    }
    srv_fhir_put_text(buf, "display", field->unit);
    cds_buf_word(buf, "}}");
}

static void put_extensions(cds_buf *buf, const cds_field *field, cds_text public_url)
{
    srv_fhir_open(buf, "extension", '[');
    if (field->has_minimum)
        put_bound(buf, field, CORE "minValue", field->minimum);
    if (field->has_maximum)
        put_bound(buf, field, CORE "maxValue", field->maximum);
    if (field->unit.length > 0)
        put_unit(buf, field);
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    srv_fhir_put_url(buf, "url", public_url, SRV_EXTENSION_ASKED_OF);
    srv_fhir_put_word(buf, "valueCode", field->asked_of_examiner ? "examiner" : "patient");
    cds_buf_word(buf, "}]");
}

static void put_coding(cds_buf *buf, cds_text public_url, cds_text code, cds_text display)
{
    srv_fhir_put_url(buf, "system", public_url, SRV_SYSTEM_ASSESSMENT);
    srv_fhir_put_text(buf, "code", code);
    srv_fhir_put_trimmed(buf, "display", display);
    cds_buf_char(buf, '}');
}

bool srv_item_has_none(const cds_field *field)
{
    return field->kind == CDS_CHOICES &&
           cds_field_option(field, CDS_TEXT(SRV_NONE_OF_THESE)) < 0;
}

static void put_options(cds_buf *buf, const cds_field *field, cds_text public_url)
{
    srv_fhir_open(buf, "answerOption", '[');
    for (size_t i = 0; i < field->option_count; i++) {
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"valueCoding\":{");
        put_coding(buf, public_url, field->options[i].value, field->options[i].title);
        cds_buf_char(buf, '}');
    }
    if (srv_item_has_none(field)) {
        cds_buf_word(buf, ",{\"extension\":[{\"url\":\"" CORE "questionnaire-optionExclusive\","
                          "\"valueBoolean\":true}],\"valueCoding\":{");
        put_coding(buf, public_url, CDS_TEXT(SRV_NONE_OF_THESE), CDS_TEXT("None of these"));
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

void srv_item_write(cds_buf *buf, const cds_field *field, cds_text public_url)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    put_extensions(buf, field, public_url);
    srv_fhir_put_text(buf, "linkId", field->pointer);
    cds_buf_word(buf, ",\"code\":[{");
    put_coding(buf, public_url, field->pointer, field->title);
    cds_buf_char(buf, ']');
    srv_fhir_put_trimmed(buf, "text", field->ask);
    srv_fhir_put_word(buf, "type", type_of(field));
    if (field->kind == CDS_CHOICES)
        cds_buf_word(buf, ",\"repeats\":true");
    if (field->option_count > 0)
        put_options(buf, field, public_url);
    cds_buf_char(buf, '}');
}
