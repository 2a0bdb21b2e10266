// SPDX-License-Identifier: Apache-2.0
// The clinic's settings, the facts that are asked and the rest of the schema, compared.
#include "difference_fixture.h"

static const char settings[] = "clinic { phone = \"000\", course = { weeks = 8 },\n"
                               "  terms = { { name = \"one\" }, { name = \"two\" } } }\n";

static void setup(void)
{
    difference_setup();
    release_put(&old_one, "clinic.lua", settings);
    release_put(&new_one, "clinic.lua", settings);
}

START_TEST(settings_are_compared_member_by_member)
{
    static const edit cases[] = {
        {"weeks = 8", "weeks = 9", "clinic clinic: course.weeks: 8 -> 9\n"},
        {"\"000\"", "\"112\"", "clinic clinic: phone: 000 -> 112\n"},
        {"phone = \"000\",", "", "clinic clinic: phone: 000 -> none\n"},
        {"{ name = \"one\" }, ", "", "clinic clinic: terms[1]: {\"name\":\"one\"} -> none\n"},
        {"{ name = \"two\" }", "{ name = \"too\" }",
         "clinic clinic: terms[2].name: two -> too\n"},
        {"clinic {", "-- ours\nclinic {",
         "file clinic.lua: rewritten without a change in meaning\n"},
    };
    EDITS_SAY("clinic.lua", settings, cases);
}
END_TEST

START_TEST(facts_are_compared_and_so_is_the_rest_of_the_schema)
{
    static const edit cases[] = {
        {"\"minimum\":5", "\"minimum\":6", "field patient.age_years: lowest: 5 -> 6\n"},
        {"\"maximum\":70", "\"maximum\":80", "field patient.bmi: highest: 70 -> 80\n"},
        {"\"x-unit\":\"years\"", "\"x-unit\":\"months\"",
         "field patient.age_years: unit: years -> months\n"},
        {"\"title\":\"Fever\"", "\"title\":\"A fever\"",
         "field patient.fever: title reworded: \"Fever\" -> \"A fever\"\n"
         "field patient.fever: question reworded: \"Fever?\" -> \"A fever?\"\n"},
        {"{\"const\":\"knee\",\"title\":\"Knee\"}",
         "{\"const\":\"knee\",\"title\":\"Knee\"},{\"const\":\"hip\",\"title\":\"Hip\"}",
         "field patient.sites: option added: hip\n"},
        {"\"title\":\"Calf\"", "\"title\":\"Lower leg\"",
         "field patient.sites: title of option calf reworded: \"Calf\" -> \"Lower leg\"\n"},
        {"\"cough\":{\"title\":\"Cough\",",
         "\"cough\":{\"x-sensitive\":true,\"title\":\"Cough\",",
         "field patient.cough: sensitive: no -> yes\n"},
        {"\"maxLength\":20", "\"maxLength\":30",
         "schema assessment.schema.json: /properties/patient/properties/word/maxLength: 20 -> "
         "30\n"},
        {"\"statin\"", "\"opioid\"",
         "schema assessment.schema.json: "
         "/properties/patient/properties/drugs/items/properties/class/enum/1: statin -> "
         "opioid\n"},
        {"\"rehab\":{", "\"sleep\":{\"title\":\"Sleep\",\"type\":\"boolean\"},\"rehab\":{",
         "field sleep: new\n"},
        {"{\"$schema\"", "{ \"$schema\"",
         "file assessment.schema.json: rewritten without a change in meaning\n"},
    };
    EDITS_SAY("assessment.schema.json", release_schema, cases);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("difference of facts");
    TCase *cases = tcase_create("facts");
    tcase_add_checked_fixture(cases, setup, difference_teardown);
    tcase_add_test(cases, settings_are_compared_member_by_member);
    tcase_add_test(cases, facts_are_compared_and_so_is_the_rest_of_the_schema);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
