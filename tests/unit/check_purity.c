// SPDX-License-Identifier: Apache-2.0
// Functions that try to remember: every call must come to the same.
#include "sandbox_fixture.h"

static const call_case counters[] = {
    {"local next_of = pairs({ a = 1, b = 2, c = 3 })\n",
     "function(facts) return { fill = { n = next_of() } } end", "{\"fill\":{\"n\":\"a\"}}",
     CDS_OK, NULL},
    {"local n = 0\n", "function(facts) n = n + 1 return { fill = { n = n } } end",
     "{\"fill\":{\"n\":1}}", CDS_OK, NULL},
    {"local t = { n = 0 }\n", "function(facts) t.n = t.n + 1 return { fill = { n = t.n } } end",
     NULL, CDS_FAILED, NULL},
    {"local t = { { n = 0 } }\n",
     "function(facts) t[1].n = t[1].n + 1 return { fill = { n = t[1].n } } end", NULL,
     CDS_FAILED, NULL},
    {"local t = { 1 }\n", "function(facts) table.insert(t, 2) return { fill = { n = #t } } end",
     NULL, CDS_FAILED, NULL},
    {"", "function(facts) n = 1 return { fill = { n = n } } end", NULL, CDS_FAILED, NULL},
    {"local n = 0\nlocal function up() n = n + 1 return n end\n",
     "function(facts) return { fill = { n = up() } } end", "{\"fill\":{\"n\":1}}", CDS_OK,
     NULL},
    {"local n = 0\nlocal up = { f = function() n = n + 1 return n end }\n",
     "function(facts) return { fill = { n = up.f() } } end", "{\"fill\":{\"n\":1}}", CDS_OK,
     NULL},
    {"local n = 0\nlocal function up() n = n + 1 end\nlocal function get() up() return n end\n",
     "function(facts) get() return { fill = { n = get() } } end", "{\"fill\":{\"n\":2}}",
     CDS_OK, NULL},
    {"local f = function() return 1 end\n",
     "function(facts) local n = f() f = function() return n + 1 end return { fill = { n = n } "
     "} "
     "end",
     "{\"fill\":{\"n\":1}}", CDS_OK, NULL},
    {"local last\n",
     "function(facts) local was = last last = \"x\" return { fill = { n = was or \"none\" } } "
     "end",
     "{\"fill\":{\"n\":\"none\"}}", CDS_OK, NULL},
    {"local last = { 1 }\n",
     "function(facts) local n = #last last = { 1, 2 } return { fill = { n = n } } end",
     "{\"fill\":{\"n\":1}}", CDS_OK, NULL},
    {"local keep\n",
     "function(facts) local was = keep keep = facts.patient.drugs return { fill = { n = was == "
     "nil } } end",
     "{\"fill\":{\"n\":true}}", CDS_OK, NULL},
    {"local n = 0\n",
     "function(facts) n = n + 1 if n == 1 then n = 5 local x = facts.patient.cough end return "
     "{ "
     "fill = { n = n } } end",
     NULL, CDS_UNKNOWN, "patient.cough"},
    {"local n = 0\n", "function(facts) n = n + 1 if n == 1 then while true do end end end",
     NULL, CDS_BUDGET, NULL},
    {"local t = {}\nt.t = t\nt.n = 1\n",
     "function(facts) return { fill = { n = t.t.t.n, k = #t } } end",
     "{\"fill\":{\"k\":0,\"n\":1}}", CDS_OK, NULL},
    {"local norms = { female = { 20, 30 }, male = { 25, 35 } }\n",
     "function(facts) local s = 0 for k, v in pairs(norms) do for i, n in ipairs(v) do s = s * "
     "2 "
     "+ n end end return { fill = { s = s, l = #norms.male, c = table.concat(norms.male, "
     "\",\") } "
     "} end",
     "{\"fill\":{\"c\":\"25,35\",\"l\":2,\"s\":365}}", CDS_OK, NULL},
};

START_TEST(no_call_sees_what_another_wrote)
{
    const call_case *one = &counters[_i];
    scene set;
    scene_open(&set, one->before, one->function);
    scene_start(&set, cds_default_budget);
    for (int i = 0; i < 3; i++) {
        cds_call out = advise(&set);
        ck_assert_msg(out.status == one->status, "%s: call %d: status %d", one->function, i,
                      out.status);
        if (one->advice != NULL) {
            check_advice(&set, one->advice);
        }
    }
    scene_close(&set);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("purity");
    TCase *tests = tcase_create("calls");
    tcase_set_timeout(tests, 30);
    tcase_add_loop_test(tests, no_call_sees_what_another_wrote, 0,
                        (int)(sizeof counters / sizeof *counters));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
