// SPDX-License-Identifier: Apache-2.0
// Arithmetic builds an expression; nothing is computed before there are facts.
#include "engine/rules/numbers.h"

#include <math.h>

#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"

#define NUMBERS_MAX 16

static cds_expression *expression_new(lua_State *L, cds_expression_kind kind)
{
    cds_expression *made = cds_take(L, sizeof *made);
    made->kind = kind;
    return made;
}

static cds_expression *of_field(lua_State *L, const cds_field *field, const char *usage)
{
    cds_builder *builder = cds_builder_of(L);
    if (field->kind != CDS_WHOLE && field->kind != CDS_NUMBER) {
        cds_raise(L, "usage: %s; %.*s is not a number", usage, CDS_SAID(field->path));
    }
    cds_expression **slot = &builder->field_expression[field->index];
    if (*slot == NULL) {
        *slot = expression_new(L, CDS_OF_FIELD);
        (*slot)->field = field;
    }
    return *slot;
}

static cds_expression *of_number(lua_State *L, int index, const char *usage)
{
    double number = lua_tonumber(L, index);
    cds_expression *made = expression_new(L, CDS_OF_NUMBER);
    made->number = number;
    if (!isfinite(number) || !cds_decimal_of(number, &made->exact)) {
        cds_raise(L, "usage: %s; this number is not finite or too big", usage);
    }
    return made;
}

static cds_expression *of_measure(lua_State *L, const cds_draft *draft)
{
    cds_builder *builder = cds_builder_of(L);
    cds_expression *made = expression_new(L, CDS_OF_MEASURE);
    made->measure = draft->made;
    if (!cds_pointers_add(builder->scratch, &builder->measures_read, made)) {
        cds_raise_memory(L);
    }
    return made;
}

cds_expression *cds_number_of(lua_State *L, int index, const char *usage, unsigned *size)
{
    if (lua_type(L, index) == LUA_TNUMBER) {
        *size = 1;
        return of_number(L, index, usage);
    }
    cds_made_fact *fact = cds_take_fact(L, index, usage);
    *size = fact->size;
    if (fact->expression == NULL) {
        fact->expression = fact->measure != NULL ? of_measure(L, fact->measure)
                                                 : of_field(L, fact->field, usage);
    }
    return fact->expression;
}

static int combine(lua_State *L, cds_arithmetic word)
{
    const char *usage = "fact + - * / fact or number";
    unsigned left = 0;
    unsigned right = 0;
    cds_expression *made = expression_new(L, CDS_OF_ARITHMETIC);
    made->word = word;
    made->left = cds_number_of(L, 1, usage, &left);
    made->right = cds_number_of(L, 2, usage, &right);
    if (left + right > NUMBERS_MAX) {
        return cds_raise(L, "this sum has more than %d numbers: make a measure of it",
                         NUMBERS_MAX);
    }
    bool by_zero = made->right->kind == CDS_OF_NUMBER && made->right->number == 0;
    if (word == CDS_OVER && by_zero) {
        return cds_raise(L, "a division by zero is never known");
    }
    cds_push_fact(L, (cds_made_fact){.expression = made, .size = left + right});
    return 1;
}

static int fact_plus(lua_State *L)
{
    return combine(L, CDS_PLUS);
}

static int fact_minus(lua_State *L)
{
    return combine(L, CDS_MINUS);
}

static int fact_times(lua_State *L)
{
    return combine(L, CDS_TIMES);
}

static int fact_over(lua_State *L)
{
    return combine(L, CDS_OVER);
}

void cds_open_arithmetic(lua_State *L)
{
    static const struct {
        const char *event;
        lua_CFunction word;
    } operators[] = {{"__add", fact_plus},
                     {"__sub", fact_minus},
                     {"__mul", fact_times},
                     {"__div", fact_over}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        lua_pushcfunction(L, operators[i].word);
        lua_setfield(L, -2, operators[i].event);
    }
}
