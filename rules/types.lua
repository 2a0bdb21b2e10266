---@meta
-- SPDX-License-Identifier: Apache-2.0
-- What rule files may write, for lua-language-server. Written by `tendon rule types` from the
-- schema and the rules; a test says when it is stale. The loader passes it over.
-- luacheck: ignore

---One rule, one a file: who gets which answer, and why.
---```lua
---rule { id = "referral/...", decides = "referral", answer = "emergency", ... }
---```
---@param form form.rule
function rule(form) end

---Something a rule offers to do.
---```lua
---offer = { suggest "ask-sports-physician" }
---```
---@param id suggestion.id
---@return suggest
function suggest(id) end

---One question, its answers strongest first, and what is said with each.
---```lua
---decision "referral" { question = "...", answers = { "emergency", ... }, ... }
---```
---@param name string
---@return fun(form: form.decision)
function decision(name) end

---True when all of these are; false as soon as one is.
---```lua
---all { yes(patient.obstetric_contraindication), patient.pregnant_weeks:at_least(3) }
---```
---@param conditions condition[]
---@return condition
function all(conditions) end

---True when one of these is, whatever else is unknown.
---```lua
---any { yes(patient.obstetric_contraindication), patient.pregnant_weeks:at_least(3) }
---```
---@param conditions condition[]
---@return condition
function any(conditions) end

---True when all of these are false; unknown while one of them is open.
---```lua
---none { yes(patient.obstetric_contraindication), patient.pregnant_weeks:at_least(3) }
---```
---@param conditions condition[]
---@return condition
function none(conditions) end

---True when so many of these are; what can't reach the count is not asked.
---```lua
---at_least_of(2, { yes(patient.obstetric_contraindication), patient.pregnant_weeks:at_least(3), finding "aneurysm" })
---```
---@param count integer
---@param conditions condition[]
---@return condition
function at_least_of(count, conditions) end

---True when the fact is yes; unknown, never false, while it is not asked.
---```lua
---yes(patient.obstetric_contraindication)
---```
---@param fact fact.yesno
---@return condition
function yes(fact) end

---True when the fact is no; unknown while it is not asked.
---```lua
---no(patient.obstetric_contraindication)
---```
---@param fact fact.yesno
---@return condition
function no(fact) end

---True once the fact is known, never false.
---```lua
---known(patient.pregnant_weeks)
---```
---@param fact fact
---@return condition
function known(fact) end

---True when it was asked for; only for facts that say what is asked for.
---```lua
---given(running.planned_run_km)
---```
---@param fact fact
---@return condition
function given(fact) end

---True when it was not asked for; only for facts that say what is asked for.
---```lua
---not_given(running.planned_run_km)
---```
---@param fact fact
---@return condition
function not_given(fact) end

---Holds while it is true or unknown; while unknown the answer is provisional, and asks.
---```lua
---unless_ruled_out(yes(patient.obstetric_contraindication))
---```
---@param condition condition
---@return condition
function unless_ruled_out(condition) end

---What another decision answers; unknown while that is open.
---```lua
---decided("referral"):is "emergency"
---```
---@param decision decision.name
---@return decided
---@overload fun(decision: "referral"): decided.referral
---@overload fun(decision: "imaging"): decided.imaging
---@overload fun(decision: "progression"): decided.progression
---@overload fun(decision: "cortisone"): decided.cortisone
---@overload fun(decision: "adjunct"): decided.adjunct
---@overload fun(decision: "running-load"): decided.running-load
---@overload fun(decision: "class"): decided.class
---@overload fun(decision: "pattern"): decided.pattern
---@overload fun(decision: "outlook"): decided.outlook
---@overload fun(decision: "education"): decided.education
function decided(decision) end

---A condition with a name, written once in findings/ and shared.
---```lua
---finding "aneurysm"
---```
---@param name finding.name
---@return condition
---@overload fun(name: string, form: form.finding)
function finding(name) end

---A number worked out from facts, written once in measures/.
---```lua
---measure("calf-norm"):at_least(3)
---```
---@param name measure.name
---@return fact.number
---@overload fun(name: string, form: form.measure)
function measure(name) end

---A publication that rules can cite, in evidence/.
---```lua
---source "alves-2019" { authors = "...", year = 2010, ... }
---```
---@param key string
---@return fun(form: form.source)
function source(key) end

---Something that rules can offer to do, in suggestions/.
---```lua
---suggestion "ask-sports-physician" { label = "..." }
---```
---@param id string
---@return fun(form: form.suggestion)
function suggestion(id) end

---Facts that can't both be right, and what to ask then.
---```lua
---contradiction "..." { when = all { ... }, say = "...", ask = "..." }
---```
---@param id string
---@return fun(form: form.contradiction)
function contradiction(id) end

---The settings: declared once, in clinic.lua; read by functions.
---```lua
---clinic { ... }
---```
---@type clinic.settings
clinic = {}

---How other systems code fields and orders; once, in codes.lua.
---```lua
---codes { ... }
---```
---@param codes table
function codes(codes) end

---The order in which decisions are shown; once, in order.lua.
---```lua
---order { "referral", ... }
---```
---@param decisions decision.name[]
function order(decisions) end

---Of a test: whom its cases are about; each changes one thing.
---```lua
---person { ... }
---```
---@param facts person
function person(facts) end

---Of a test: the person with something changed, and what is expected then.
---```lua
---case "..." { ..., expect = answer "emergency" }
---```
---@param name string
---@return fun(form: form.case)
function case(name) end

---The rule fires and gives this answer.
---```lua
---expect = answer "emergency"
---```
---@param answer answer
---@return expectation
function answer(answer) end

---The rule gives this answer because something is not ruled out yet.
---```lua
---expect = presumed "emergency"
---```
---@param answer answer
---@return expectation
function presumed(answer) end

---The rule is false.
---```lua
---expect = silent
---```
---@type expectation
silent = {}

---The rule is unknown, and this fact is among its questions.
---```lua
---expect = asks "patient.pregnant_weeks"
---```
---@param fact fact.path
---@return expectation
function asks(fact) end

---Whole decisions have these answers, all rules considered.
---```lua
---expect = decides { ["referral"] = "emergency" }
---```
---@param answers decides
---@return expectation
function decides(answers) end

---Takes a fact of the person away: not asked.
---```lua
---case "..." { ... = unknown, expect = ... }
---```
---@type unknown
unknown = {}

---A change of the rule that no case can notice, named with the reason.
---```lua
---survives { leaf = "...", change = "turned round", reason = "..." }
---```
---@param form form.survivor
function survives(form) end

---A number from its digits.
---@param text string|number
---@return number|nil
function tonumber(text) end

---A value as text.
---@param value string|number|boolean
---@return string
function tostring(value) end

---Names and values, in an order that is the same everywhere.
---@param table table
---@return fun(): any, any
function pairs(table) end

---Places and items of a list.
---@param list any[]
---@return fun(): integer, any
function ipairs(list) end

---a divided by b, exactly as decimals: 17.6 by 16 is 1.1.
---```lua
---ratio(17.6, 16)
---```
---@param a number
---@param b number
---@return number
function ratio(a, b) end

---Days from the first to the second.
---```lua
---days_between("2026-11-22", "2026-12-01")
---```
---@param from date
---@param to date
---@return integer
function days_between(from, to) end

---The day so many days later.
---```lua
---add_days("2026-11-22", 14)
---```
---@param day date
---@param days integer
---@return date
function add_days(day, days) end

---1 is Monday, 7 is Sunday.
---```lua
---weekday("2026-11-22")
---```
---@param day date
---@return integer
function weekday(day) end

---Texts: bytes in, bytes out, no patterns.
---@class stringlib
string = {}

---How many bytes.
---@param text string
---@return integer
function string.len(text) end

---From one byte to another, both included; negative counts from the end.
---@param text string
---@param first integer
---@param last? integer
---@return string
function string.sub(text, first, last) end

---In small letters.
---@param text string
---@return string
function string.lower(text) end

---In capitals.
---@param text string
---@return string
function string.upper(text) end

---With so many digits after the point.
---```lua
---string.fixed(2.5, 2)
---```
---@param number number
---@param digits integer
---@return string
function string.fixed(number, digits) end

---Where the piece begins; plain text, no patterns.
---@param text string
---@param piece string
---@param first? integer
---@return integer|nil
function string.find(text, piece, first) end

---Lists.
---@class tablelib
table = {}

---Puts a value at the end, or at a place.
---@param list any[]
---@param value_or_place any
---@param value? any
function table.insert(list, value_or_place, value) end

---Takes the last value out, or that at a place.
---@param list any[]
---@param place? integer
---@return any
function table.remove(list, place) end

---All of it as one text.
---```lua
---table.concat(list, ", ")
---```
---@param list (string|number)[]
---@param between? string
---@return string
function table.concat(list, between) end

---Numbers.
---@class mathlib
math = {}

---The whole number below.
---@param number number
---@return integer
function math.floor(number) end

---The whole number above.
---@param number number
---@return integer
function math.ceil(number) end

---Without its sign.
---@param number number
---@return number
function math.abs(number) end

---The smallest.
---@param number number
---@param ... number
---@return number
function math.min(number, ...) end

---The greatest.
---@param number number
---@param ... number
---@return number
function math.max(number, ...) end

---A day as YYYY-MM-DD.
---@alias date string

---True, false or unknown; combine conditions with all{}, any{}, none{}.
---@class condition

---Something to offer.
---@class suggest

---What a case expects.
---@class expectation

---A fact that is not asked.
---@class unknown

---The answer of a decision.
---@class decided
---@field is fun(self, answer: answer): condition This answer.
---@field is_one_of fun(self, answers: answer[]): condition One of these answers.

---A rule, in the order of a spoken case presentation.
---@class form.rule
---@field id string The file's path without .lua.
---@field title string At most 139 characters; {group.field} fills in.
---@field version string major.minor.patch: another answer, another scope, other words.
---@field status "draft"|"active"|"retired" A draft is evaluated and never shown.
---@field owner string Who answers for it.
---@field review form.review When it was looked at, and when it must be again.
---@field purpose string At most three lines.
---@field evidence? form.evidence[] What it stands on.
---@field basis? "literature"|"clinic policy" Clinic policy shows no citation.
---@field decides decision.name The decision, which is also its folder.
---@field answer answer What it answers.
---@field when condition Whom it is about.
---@field indicator "info"|"warning"|"critical" How it is shown.
---@field say form.say What each reader is told.
---@field offer? suggest[] What it offers to do.
---@field advise? fun(facts: facts): advice Works out what depends on the person.
---@field cautions? string[] What limits it.
---@field history string[][] { version, YYYY-MM-DD, what changed }, first release first.

---Dates of a review.
---@class form.review
---@field done date When it was done.
---@field due date When it is due again.

---The same for two readers; {group.field} and {clinic.name} fill in.
---@class form.say
---@field clinician string What to consider, why, what to ask or examine next.
---@field patient string Plain, calm words.

---One piece of evidence.
---@class form.evidence
---@field cite source.key A source of evidence/.
---@field shows string What it shows, in your own words.
---@field grade "A"|"B"|"C"|"D" How sure it is, from trials to opinion.

---One question and its answers.
---@class form.decision
---@field question string As a person would ask it.
---@field answers string[] What rules can answer, strongest first.
---@field otherwise string The answer when every rule is false.
---@field while_unknown? string The answer while a rule is open; else undetermined.
---@field only_when_final? string[] Answers that are never provisional.
---@field applies_when? condition Reads what is asked for only; else not-asked.
---@field suppressed_when? condition When another decision comes first.
---@field at_most? integer Recommendations shown.
---@field texts table<string, form.text> One for each answer, `otherwise` and the like too.

---What is said with an answer.
---@class form.text : form.say
---@field title string At most 139 characters.

---A condition with a name.
---@class form.finding
---@field says string How it is read aloud.
---@field when condition What it is.

---A number worked out from facts.
---@class form.measure
---@field says string How it is read aloud.
---@field unit? string What it counts.
---@field range? number[] { lowest, highest }; outside it the number is unknown.
---@field value fact.number|fun(facts: facts): number Arithmetic, or a function.

---A publication.
---@class form.source
---@field authors? string Without authors and year it can't be cited.
---@field year? integer Four digits.
---@field journal? string Where it appeared.
---@field title? string As it is printed.
---@field doi? string Where it is found.
---@field kind? string What sort of publication it is.

---Something to offer.
---@class form.suggestion
---@field label string As a button would say it.

---Facts that can't both be right.
---@class form.contradiction
---@field when condition What contradicts.
---@field say string What does not fit.
---@field ask string What to ask again.

---What is different, and what is expected then.
---@class form.case : person
---@field expect expectation answer, presumed, silent, asks or decides.

---A change that no case can notice.
---@class form.survivor
---@field leaf string As `tendon test` lists it.
---@field change string As `tendon test` lists it.
---@field reason string Why nobody can show the difference.

---What a function worked out; members but `fill` are shown as they are.
---@class advice
---@field step? table The next step.
---@field class? table What to join, and when.
---@field run? table A limit for what is planned.
---@field fill? table<string, string|number> Fills {fill.name} in the rule's texts.

---Something that may be known, or not.
---@class fact

---Read it with yes(fact) or no(fact).
---@class fact.yesno : fact

---A day; conditions read known(fact), functions its text.
---@class fact.date : fact

---A number, or worked out from numbers with + - * /.
---@class fact.number : fact
---@operator add(fact.number|number): fact.number
---@operator sub(fact.number|number): fact.number
---@operator mul(fact.number|number): fact.number
---@operator div(fact.number|number): fact.number
---@field at_least fun(self, number: number): condition This or more.
---@field at_most fun(self, number: number): condition This or less.
---@field more_than fun(self, number: number): condition Over this.
---@field less_than fun(self, number: number): condition Under this.
---@field between fun(self, low: number, high: number): condition Both ends included.

---One word, without a list of which.
---@class fact.text : fact
---@field is fun(self, value: string): condition This very word.
---@field is_one_of fun(self, values: string[]): condition One of these.

---Any number of things; [] is known, and none.
---@class fact.list : fact
---@field counts_at_least fun(self, count: integer): condition So many or more.

---Words, without a list of which.
---@class fact.texts : fact.list
---@field includes fun(self, value: string): condition This word is among them.
---@field includes_any fun(self, values: string[]): condition One of these is.
---@field includes_none fun(self, values: string[]): condition None of these is.

---Things with members.
---@class fact.items : fact.list
---@field has fun(self, members: table): condition One has these; unknown while one lacks them.

---@alias option.patient.sex
---| "female" # Female
---| "male" # Male
---| "intersex" # Intersex
---| "undisclosed" # Prefer not to say

---@class fact.of.patient.sex : fact
---@field is fun(self, value: option.patient.sex): condition
---@field is_one_of fun(self, values: option.patient.sex[]): condition

---@alias option.patient.menopause
---| "pre" # Not started
---| "peri" # Going through it now
---| "post" # Past it
---| "not-applicable" # Does not apply to me

---@class fact.of.patient.menopause : fact
---@field is fun(self, value: option.patient.menopause): condition
---@field is_one_of fun(self, values: option.patient.menopause[]): condition

---@alias option.patient.pregnancy_warning_signs
---| "bleeding" # Vaginal bleeding
---| "fluid-loss" # Fluid leaking from the vagina
---| "painful-contractions" # Regular, painful contractions
---| "dizziness" # Feeling dizzy or faint
---| "severe-headache" # A bad headache
---| "calf-pain-or-swelling" # A sore or swollen calf

---@class fact.of.patient.pregnancy_warning_signs : fact.list
---@field includes fun(self, value: option.patient.pregnancy_warning_signs): condition
---@field includes_any fun(self, values: option.patient.pregnancy_warning_signs[]): condition
---@field includes_none fun(self, values: option.patient.pregnancy_warning_signs[]): condition

---@alias option.patient.conditions
---| "diabetes" # Diabetes
---| "high-cholesterol" # High cholesterol
---| "osteoporosis" # Osteoporosis (thin bones)
---| "inflammatory-arthritis" # Inflammatory arthritis (such as rheumatoid arthritis)
---| "psoriasis" # Psoriasis
---| "inflammatory-bowel-disease" # Crohn's disease or ulcerative colitis
---| "uveitis" # Uveitis (inflammation inside the eye)

---@class fact.of.patient.conditions : fact.list
---@field includes fun(self, value: option.patient.conditions): condition
---@field includes_any fun(self, values: option.patient.conditions[]): condition
---@field includes_none fun(self, values: option.patient.conditions[]): condition

---@alias option.patient.medications
---| "fluoroquinolone-now" # A fluoroquinolone antibiotic, now (such as ciprofloxacin)
---| "fluoroquinolone-last-60-days" # A fluoroquinolone antibiotic, finished within the last 60 days
---| "oral-corticosteroid" # Cortisone-type tablets (such as prednisolone)
---| "statin" # A statin for cholesterol
---| "anticoagulant" # A blood thinner
---| "bisphosphonate" # A bisphosphonate for bone strength

---@class fact.of.patient.medications : fact.list
---@field includes fun(self, value: option.patient.medications): condition
---@field includes_any fun(self, values: option.patient.medications[]): condition
---@field includes_none fun(self, values: option.patient.medications[]): condition

---@alias option.running.level
---| "never" # I have never run
---| "novice" # New to running
---| "recreational" # I run for health or pleasure
---| "competitive" # I race for a club or in my age group
---| "elite" # National level or professional

---@class fact.of.running.level : fact
---@field is fun(self, value: option.running.level): condition
---@field is_one_of fun(self, values: option.running.level[]): condition

---@alias option.complaint.sites
---| "sit-bone" # Sit bone
---| "buttock" # Buttock
---| "posterior-thigh" # Back of the thigh
---| "groin" # Groin
---| "anterior-hip" # Front of the hip
---| "lateral-hip" # Outside of the hip
---| "anterior-thigh" # Front of the thigh
---| "sacrum" # Tailbone or flat bone above it
---| "pubic" # Pubic bone
---| "low-back" # Low back
---| "sacroiliac" # Dimple beside the low back
---| "knee" # Knee
---| "calf" # Calf
---| "shin-or-foot" # Shin or foot
---| "other" # Somewhere else

---@class fact.of.complaint.sites : fact.list
---@field includes fun(self, value: option.complaint.sites): condition
---@field includes_any fun(self, values: option.complaint.sites[]): condition
---@field includes_none fun(self, values: option.complaint.sites[]): condition

---@alias option.complaint.onset
---| "gradual" # Bit by bit
---| "sudden" # All at once

---@class fact.of.complaint.onset : fact
---@field is fun(self, value: option.complaint.onset): condition
---@field is_one_of fun(self, values: option.complaint.onset[]): condition

---@alias option.complaint.trend
---| "improving" # Getting better
---| "stable" # Staying the same
---| "worsening" # Getting worse

---@class fact.of.complaint.trend : fact
---@field is fun(self, value: option.complaint.trend): condition
---@field is_one_of fun(self, values: option.complaint.trend[]): condition

---@alias option.complaint.aggravated_by
---| "running" # Running
---| "hills" # Running up hills
---| "sprinting" # Sprinting
---| "sitting" # Sitting
---| "driving" # Driving
---| "stairs" # Stairs
---| "bending" # Bending forward
---| "lifting" # Lifting
---| "lunging" # Lunging
---| "squatting" # Squatting
---| "stretching" # Stretching
---| "walking" # Walking on the flat

---@class fact.of.complaint.aggravated_by : fact.list
---@field includes fun(self, value: option.complaint.aggravated_by): condition
---@field includes_any fun(self, values: option.complaint.aggravated_by[]): condition
---@field includes_none fun(self, values: option.complaint.aggravated_by[]): condition

---@alias option.complaint.warm_up
---| "eases" # It eases
---| "unchanged" # It stays the same
---| "worsens" # It gets worse

---@class fact.of.complaint.warm_up : fact
---@field is fun(self, value: option.complaint.warm_up): condition
---@field is_one_of fun(self, values: option.complaint.warm_up[]): condition

---@alias option.complaint.after_cool_down
---| "better" # Better
---| "same" # The same
---| "worse" # Worse

---@class fact.of.complaint.after_cool_down : fact
---@field is fun(self, value: option.complaint.after_cool_down): condition
---@field is_one_of fun(self, values: option.complaint.after_cool_down[]): condition

---@alias option.complaint.radiation
---| "none" # No, it stays in one place
---| "thigh" # Into the thigh, not past the knee
---| "below-knee" # Past the knee
---| "both-legs" # Into both legs, or from one leg to both

---@class fact.of.complaint.radiation : fact
---@field is fun(self, value: option.complaint.radiation): condition
---@field is_one_of fun(self, values: option.complaint.radiation[]): condition

---@alias option.complaint.night_pain
---| "none" # No pain at night
---| "lying-on-it" # Only when I lie on that side
---| "aching" # A dull ache
---| "constant" # There all night however I lie
---| "prevents-sleep" # It keeps me from sleeping

---@class fact.of.complaint.night_pain : fact
---@field is fun(self, value: option.complaint.night_pain): condition
---@field is_one_of fun(self, values: option.complaint.night_pain[]): condition

---@alias option.injury.mechanism
---| "none" # No, nothing in particular
---| "vehicle-collision" # A car or motorbike crash
---| "bike-crash" # A bicycle crash
---| "sporting-impact" # A hard knock in sport
---| "fall-from-height" # A fall from a height
---| "minor-slip" # A slip or small fall
---| "sprint-or-overstretch" # A sprint, slide or overstretch

---@class fact.of.injury.mechanism : fact
---@field is fun(self, value: option.injury.mechanism): condition
---@field is_one_of fun(self, values: option.injury.mechanism[]): condition

---@alias option.injury.knee_flexion_weakness
---| "none" # Not weak
---| "mild" # Mildly weak
---| "marked" # Markedly weak

---@class fact.of.injury.knee_flexion_weakness : fact
---@field is fun(self, value: option.injury.knee_flexion_weakness): condition
---@field is_one_of fun(self, values: option.injury.knee_flexion_weakness[]): condition

---@alias option.screening.leg_neurology
---| "gait-change" # Walking differently or less steadily
---| "sensory-loss" # Numb skin
---| "limb-weakness" # Weakness in a leg or foot
---| "tingling-below-knee" # Pins and needles below the knee

---@class fact.of.screening.leg_neurology : fact.list
---@field includes fun(self, value: option.screening.leg_neurology): condition
---@field includes_any fun(self, values: option.screening.leg_neurology[]): condition
---@field includes_none fun(self, values: option.screening.leg_neurology[]): condition

---@alias option.screening.limb_threat
---| "cold-or-pale" # Cold or pale limb
---| "no-pulse" # No pulse
---| "tense-compartment" # Tense compartment

---@class fact.of.screening.limb_threat : fact.list
---@field includes fun(self, value: option.screening.limb_threat): condition
---@field includes_any fun(self, values: option.screening.limb_threat[]): condition
---@field includes_none fun(self, values: option.screening.limb_threat[]): condition

---@alias option.screening.infection_risks
---| "injecting-drug-use" # Injecting drugs
---| "immunosuppression" # A weakened immune system, from illness or medicine
---| "recent-surgery-or-bacteraemia" # A recent operation or blood infection
---| "recent-urinary-infection" # A recent urine infection
---| "tuberculosis" # Tuberculosis, now or in the past

---@class fact.of.screening.infection_risks : fact.list
---@field includes fun(self, value: option.screening.infection_risks): condition
---@field includes_any fun(self, values: option.screening.infection_risks[]): condition
---@field includes_none fun(self, values: option.screening.infection_risks[]): condition

---@alias option.screening.chest_pain
---| "none" # No
---| "now-or-last-12-hours" # Now or in the last 12 hours
---| "last-3-days" # In the last 3 days
---| "older-unexplained" # Longer ago, and no one has found out why

---@class fact.of.screening.chest_pain : fact
---@field is fun(self, value: option.screening.chest_pain): condition
---@field is_one_of fun(self, values: option.screening.chest_pain[]): condition

---@alias option.screening.faint_or_breathless
---| "none" # No
---| "now-or-last-12-hours" # Now or in the last 12 hours
---| "last-3-days" # In the last 3 days
---| "older-unexplained" # Longer ago, and no one has found out why

---@class fact.of.screening.faint_or_breathless : fact
---@field is fun(self, value: option.screening.faint_or_breathless): condition
---@field is_one_of fun(self, values: option.screening.faint_or_breathless[]): condition

---@alias option.screening.dvt_signs
---| "active-cancer" # Active cancer
---| "paralysis-or-cast" # Paralysis, paresis or recent plaster of the leg
---| "bedridden-or-surgery" # Recently bedridden, or major surgery
---| "deep-vein-tenderness" # Tenderness along the deep veins
---| "whole-leg-swollen" # Whole leg swollen
---| "calf-3cm-larger" # Calf 3 cm or more larger than the other
---| "pitting-oedema" # Pitting oedema, this leg only
---| "collateral-veins" # Collateral superficial veins
---| "previous-dvt" # Previous deep vein thrombosis

---@class fact.of.screening.dvt_signs : fact.list
---@field includes fun(self, value: option.screening.dvt_signs): condition
---@field includes_any fun(self, values: option.screening.dvt_signs[]): condition
---@field includes_none fun(self, values: option.screening.dvt_signs[]): condition

---@alias option.screening.stress_fracture_history
---| "none" # No
---| "low-risk-site" # Yes, at another site (such as the shin or foot)
---| "high-risk-site" # Yes, at the hip, the pelvis or the base of the spine

---@class fact.of.screening.stress_fracture_history : fact
---@field is fun(self, value: option.screening.stress_fracture_history): condition
---@field is_one_of fun(self, values: option.screening.stress_fracture_history[]): condition

---@alias option.screening.inflammatory_features
---| "wakes-second-half-of-night" # Pain wakes me in the second half of the night
---| "buttock-pain" # Buttock pain
---| "better-with-movement" # Moving about makes it better
---| "better-within-48h-of-nsaid" # An anti-inflammatory medicine helps within 48 hours
---| "first-degree-relative" # A parent, sibling or child has inflammatory arthritis of the spine (spondyloarthritis)
---| "arthritis" # Arthritis, now or in the past
---| "enthesitis" # Inflammation where a tendon joins bone, now or in the past
---| "psoriasis" # Psoriasis, now or in the past

---@class fact.of.screening.inflammatory_features : fact.list
---@field includes fun(self, value: option.screening.inflammatory_features): condition
---@field includes_any fun(self, values: option.screening.inflammatory_features[]): condition
---@field includes_none fun(self, values: option.screening.inflammatory_features[]): condition

---@alias option.screening.exercise_screen_yes
---| "heart-condition-or-stroke" # A heart condition or a stroke
---| "chest-pain" # Unexplained chest pain at rest or with activity
---| "dizziness-or-fainting" # Faintness, dizziness or loss of balance with activity
---| "asthma-attack" # An asthma attack that needed a doctor in the last 12 months
---| "unstable-diabetes" # Diabetes, with trouble controlling blood sugar in the last 3 months
---| "other-condition" # Another condition that may need care during exercise

---@class fact.of.screening.exercise_screen_yes : fact.list
---@field includes fun(self, value: option.screening.exercise_screen_yes): condition
---@field includes_any fun(self, values: option.screening.exercise_screen_yes[]): condition
---@field includes_none fun(self, values: option.screening.exercise_screen_yes[]): condition

---@alias option.treatment.considering
---| "mri" # MRI scan
---| "xray" # X-ray
---| "ultrasound" # Ultrasound scan
---| "cortisone-injection" # Cortisone injection
---| "prp-injection" # Platelet-rich plasma (PRP) injection
---| "shockwave" # Shockwave treatment
---| "surgery" # Surgery
---| "anti-inflammatories" # Anti-inflammatory medicine

---@class fact.of.treatment.considering : fact.list
---@field includes fun(self, value: option.treatment.considering): condition
---@field includes_any fun(self, values: option.treatment.considering[]): condition
---@field includes_none fun(self, values: option.treatment.considering[]): condition

---@alias option.treatment.cortisone_drug
---| "triamcinolone" # Triamcinolone
---| "prednisolone" # Prednisolone
---| "betamethasone" # Betamethasone
---| "dexamethasone" # Dexamethasone
---| "methylprednisolone" # Methylprednisolone
---| "other" # Another one

---@class fact.of.treatment.cortisone_drug : fact
---@field is fun(self, value: option.treatment.cortisone_drug): condition
---@field is_one_of fun(self, values: option.treatment.cortisone_drug[]): condition

---@alias option.class.asks_for
---| "runfit" # Yes, RunFit
---| "other" # Yes, another class
---| "none" # No class

---@class fact.of.class.asks_for : fact
---@field is fun(self, value: option.class.asks_for): condition
---@field is_one_of fun(self, values: option.class.asks_for[]): condition

---@class group.patient
---@field reference fact.text Reference. Which reference does your system use for this person? The examiner answers.
---@field age_years fact.number Age. How old are you? In years. From 5 to 110.
---@field sex fact.of.patient.sex Sex. What is your sex?
---@field menopause fact.of.patient.menopause Menopause. Where are you with menopause?
---@field pregnant_weeks fact.number Weeks pregnant. If you are pregnant, how many weeks along are you? Answer 0 if you are not. In weeks. From 0 to 42.
---@field pregnancy_warning_signs fact.of.patient.pregnancy_warning_signs Pregnancy warning signs. In this pregnancy, have you had any of these during or after exercise?
---@field obstetric_contraindication fact.yesno Advised against exercise in pregnancy. Has a doctor or midwife advised you not to exercise in this pregnancy?
---@field gave_birth_last_3_years fact.yesno Birth in the last 3 years. Have you given birth in the last three years?
---@field postpartum_days fact.number Days since birth. How many days ago did you last give birth? In days. From 0 to 1100.
---@field pelvic_floor_symptoms fact.yesno Pelvic floor symptoms. Do you leak when you cough or run, feel a heaviness or bulge, or have pelvic pain, or are you still bleeding more than eight weeks after birth?
---@field bmi fact.number Body mass index. What is the person's body mass index? In kg/m². From 10 to 70. The examiner answers.
---@field sleep_hours fact.number Sleep. Over the last two weeks, how many hours did you usually sleep a night? In hours. From 0 to 16.
---@field high_stress fact.yesno High stress. Have you been under a lot of stress lately?
---@field conditions fact.of.patient.conditions Diagnosed conditions. Has a doctor ever told you that you have any of these?
---@field medications fact.of.patient.medications Medicines. Do you take any of these medicines, or did you take them recently?

---@class group.running
---@field level fact.of.running.level Running level. How would you describe yourself as a runner?
---@field wants_to_run fact.yesno Wants to run. Do you want to run?
---@field weeks_since_last_run fact.number Weeks since the last run. How many weeks ago was your last run? In weeks. From 0 to 2000.
---@field usual_week_km fact.number Usual week. Over the last four weeks, how far did you run in an average week? In km. From 0 to 300.
---@field longest_run_30d_km fact.number Longest run in 30 days. What was your longest single run in the last 30 days? Answer 0 if you did not run. In km. From 0 to 300.
---@field planned_run_km fact.number Next planned run. How far do you plan to go on your next run? In km. From 0 to 300. Asked for, or not: given(), not_given().
---@field event_on fact.date Day of the event. If you are training for an event, on which day is it?

---@class group.complaint
---@field sites fact.of.complaint.sites Where it hurts. Where does it hurt? Choose every place.
---@field onset fact.of.complaint.onset How the pain began. Did the pain come on bit by bit, or all at once?
---@field duration_weeks fact.number How long it has hurt. For how many weeks have you had this pain? In weeks. From 0 to 2000.
---@field trend fact.of.complaint.trend Direction. Is the pain getting better, staying the same or getting worse?
---@field aggravated_by fact.of.complaint.aggravated_by What brings it on. Which of these bring the pain on or make it worse?
---@field warm_up fact.of.complaint.warm_up Pain while warming up. What does the pain do in the first few minutes of a run?
---@field after_cool_down fact.of.complaint.after_cool_down Pain after cooling down. Once you have cooled down, how is the pain compared with during the run?
---@field sitting_minutes_to_pain fact.number Sitting time before pain. How many minutes can you sit before it starts to hurt? In minutes. From 0 to 600.
---@field recent_load_increase fact.yesno Recent change in training. In the weeks before it began, did you train more, harder or more often than usual?
---@field radiation fact.of.complaint.radiation Does the pain spread?. Does the pain spread down the leg?
---@field radiation_days fact.number Days since the pain spread. How many days ago did the pain begin to spread? In days. From 0 to 2000.
---@field rest_pain fact.number Pain at rest. How strong is the pain when you rest? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field worst_pain fact.number Worst pain this week. How strong was the pain at its worst in the last week? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field exertional_claudication fact.yesno Leg pain after a set distance. When you walk a certain distance, does your buttock or leg begin to hurt, and does it ease within minutes of standing still?
---@field night_pain fact.of.complaint.night_pain Pain at night. What is the pain like at night?

---@class group.injury
---@field mechanism fact.of.injury.mechanism What happened. Did one event start it? Which one is closest?
---@field days_since fact.number Days since it happened. How many days ago did it happen? In days. From 0 to 2000.
---@field pop fact.yesno Pop or snap. Did you feel or hear a pop or a snap?
---@field bruising fact.yesno Bruising. Has a bruise come up on your buttock or the back of your thigh?
---@field palpable_gap fact.yesno Gap to the touch. Is there a palpable gap below the ischial tuberosity? The examiner answers.
---@field knee_flexion_weakness fact.of.injury.knee_flexion_weakness Weak knee bend. How weak is resisted knee flexion compared with the other side? The examiner answers.
---@field cannot_sit fact.yesno Unable to sit. Since it happened, are you unable to sit?
---@field stiff_legged_gait fact.yesno Stiff-legged walk. Since it happened, do you walk with a stiff, straight leg?
---@field bears_weight fact.yesno Can take four steps. Can you put weight on that leg and take four steps?

---@class group.screening
---@field saddle_numbness fact.yesno Numbness between the legs. Is there any numbness or odd feeling around your back passage, genitals or between your legs?
---@field bladder_change fact.yesno Change in the bladder. Has anything changed when you pass urine: trouble starting, less feeling of the flow, not emptying, or new leaking?
---@field bowel_change fact.yesno Change in the bowel. Have you lost control of your bowel, or the feeling that it is full?
---@field sexual_change fact.yesno Change in sexual function. Has your sexual function changed recently, for example erections, arousal or orgasm?
---@field bilateral_leg_weakness fact.yesno Both legs weak. Have both legs become very weak, or are they getting weaker?
---@field cauda_equina_days fact.number Days since the newest of these changes. How many days ago did the newest of these changes begin, or last get worse: numbness between the legs, bladder, bowel, sexual function, weakness in both legs? In days. From 0 to 2000.
---@field progressive_weakness fact.yesno A limb getting weaker. Is one of your arms or legs getting weaker?
---@field ankle_dorsiflexion_grade fact.number Ankle dorsiflexion strength. What is the MRC grade of ankle dorsiflexion on the weaker side? In out of 5. From 0 to 5. The examiner answers.
---@field foot_weakness_days fact.number Days since the foot became weak. How many days ago did the weakness in the foot begin? In days. From 0 to 20000.
---@field leg_neurology fact.of.screening.leg_neurology Nerve signs in the leg. Have you noticed any of these in your legs?
---@field limb_threat fact.of.screening.limb_threat Circulation of the leg. On examination, does the leg show any of these? The examiner answers.
---@field growing_lump fact.yesno A growing lump. Have you noticed a lump that is getting bigger?
---@field cancer_history fact.yesno Cancer, now or in the past. Have you ever had cancer, or do you have it now?
---@field unexplained_weight_loss fact.yesno Weight loss without a reason. Have you lost weight without meaning to?
---@field fever fact.yesno Fever. Do you have a temperature of 38 °C or more?
---@field systemically_unwell fact.yesno Feeling very unwell. Do you feel very ill in yourself, with shivering, sweats or confusion?
---@field infection_risks fact.of.screening.infection_risks Infection risks. Do any of these apply to you?
---@field chest_pain fact.of.screening.chest_pain Chest pain. Have you had chest pain, at rest or with effort, and when?
---@field faint_or_breathless fact.of.screening.faint_or_breathless Fainting or breathlessness. Have you fainted, or been more breathless than the effort explains, and when?
---@field coughing_blood fact.yesno Coughing up blood. Have you coughed up any blood?
---@field dvt_signs fact.of.screening.dvt_signs Signs of a clot in the leg. Which of the two-level Wells items are present? The examiner answers.
---@field prior_fragility_fracture fact.yesno Bone broken by a small fall. Have you ever broken a bone in a simple fall, or with no clear injury?
---@field missed_periods fact.number Missed periods. How many periods in a row have you missed over the last 12 months or longer? Answer 0 for none. In periods. From 0 to 120.
---@field stress_fracture_history fact.of.screening.stress_fracture_history Earlier stress fracture. Have you ever had a stress fracture, and where?
---@field single_leg_stance_pain fact.yesno Pain standing on one leg. Does standing on that leg alone hurt in the groin, the hip or low in the back over the tailbone?
---@field hip_rotation_painful fact.yesno Painful hip rotation. Is internal rotation of the hip painful? The examiner answers.
---@field running_impossible fact.yesno Too sore to run. Does pain make running impossible for you?
---@field back_pain_onset_age fact.number Age when back pain began. If you have back pain, how old were you when it began? In years. From 0 to 110.
---@field back_pain_months fact.number Months of back pain. If you have back pain, for how many months have you had it? In months. From 0 to 1200.
---@field inflammatory_features fact.of.screening.inflammatory_features Features of inflammatory pain. Which of these fit you?
---@field exercise_screen_yes fact.of.screening.exercise_screen_yes Exercise safety screen. Have you been told of, or do you have, any of these? Choose every one that is a yes.
---@field weekly_activity_minutes fact.number Weekly activity. In a usual week, how many minutes are you active? Add light and moderate minutes, and count vigorous minutes twice. In minutes. From 0 to 5000.

---@class group.examination
---@field puranen_orava fact.yesno Puranen-Orava test. Does the Puranen-Orava stretch bring on the familiar sit-bone pain? The examiner answers.
---@field bent_knee_stretch fact.yesno Bent-knee stretch. Is the bent-knee stretch test positive? The examiner answers.
---@field modified_bent_knee_stretch fact.yesno Modified bent-knee stretch. Is the modified bent-knee stretch test positive? The examiner answers.
---@field single_leg_bridge_pain fact.yesno Pain in the single-leg bridge. Does the single-leg bridge bring on the familiar pain? The examiner answers.
---@field arabesque_pain fact.yesno Pain in the arabesque. Does the arabesque, a single-leg deadlift, bring on the familiar pain? The examiner answers.
---@field sit_bone_tenderness fact.yesno Tender sit bone. Is the ischial tuberosity tender on palpation? The examiner answers.
---@field seated_piriformis fact.yesno Seated piriformis stretch. Is the seated piriformis stretch test positive? The examiner answers.
---@field slump fact.yesno Slump test. Is the slump test positive? The examiner answers.
---@field visa_h fact.number VISA-H score. What is the VISA-H score? In out of 100. From 0 to 100. The examiner answers.

---@class group.rehab
---@field stage fact.number Rehabilitation stage. At which rehabilitation stage is the person working? From 0 to 4. The examiner answers. Asked for, or not: given(), not_given().
---@field load_test_pain fact.number Pain in the load test. How strong was the pain in today's standard load test, from 0 to 10? In out of 10. From 0 to 10.
---@field settles_hours fact.number Time to settle. After you load it, how many hours does the pain take to return to its usual level? In hours. From 0 to 336.
---@field weeks_stable fact.number Stable weeks. For how many weeks in a row has load-test pain been 3 or less and settled within 24 hours? In weeks. From 0 to 104.
---@field rise_from_baseline fact.number Change from usual. By how many points is load-test pain above your usual today? Use a minus sign if it is below. In points. From -10 to 10.
---@field run_pain fact.number Pain in the last run. How strong was the pain at its worst during your last run, from 0 to 10? In out of 10. From 0 to 10.
---@field limping fact.yesno Limping. Are you limping?
---@field adherent_weeks fact.number Weeks of program done. How many weeks of the prescribed program have you actually done? In weeks. From 0 to 520.
---@field flares_last_8_weeks fact.number Flare-ups in 8 weeks. How many flare-ups have you had in the last eight weeks? In flare-ups. From 0 to 56.
---@field fear_of_movement fact.yesno Fear of movement. Is fear of movement holding this person back (TSK 42 or more, or your own judgement)? The examiner answers.

---@class group.strength
---@field walk_30min_pain fact.number Pain in a 30-minute walk. How strong is the pain in a 30-minute brisk walk, from 0 to 10? In out of 10. From 0 to 10.
---@field single_leg_bridge_reps fact.number Single-leg bridges. How many single-leg bridges on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field calf_raise_reps fact.number Single-leg calf raises. How many single-leg calf raises on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field single_leg_squat_reps fact.number Single-leg squats. How many single-leg squats on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field hop_reps fact.number Single-leg hops. How many single-leg hops on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field tests_pain fact.number Pain in the strength tests. How strong was the worst pain during the strength tests, from 0 to 10? In out of 10. From 0 to 10. The examiner answers.

---@class group.treatment
---@field considering fact.of.treatment.considering Being considered. Which of these are you asking about, or has someone suggested to you? Asked for, or not: given(), not_given().
---@field cortisone_drug fact.of.treatment.cortisone_drug Corticosteroid. Which corticosteroid is planned? The examiner answers.
---@field days_to_competition fact.number Days to competition. How many days is it until your next competition? In days. From 0 to 730.
---@field had_injection fact.yesno Earlier injection. Have you ever had a cortisone or platelet-rich plasma injection at this tendon?
---@field weeks_since_injection fact.number Weeks since injection. How many weeks ago was the last of these injections? In weeks. From 0 to 520.

---@class group.class
---@field asks_for fact.of.class.asks_for Class asked for. Would you like to join a class? Asked for, or not: given(), not_given().
---@field assessed_by_physio fact.yesno Assessed for the class. Has a physio of the clinic assessed this person for the class? The examiner answers.
---@field can_attend_monday_or_tuesday fact.yesno Free on Monday or Tuesday. Can you come on Monday or Tuesday evenings?
---@field medically_cleared fact.yesno Cleared by a doctor or midwife. Has a doctor or midwife cleared you to take part in the class?
---@field pelvic_health_cleared fact.yesno Cleared by a pelvic-health physio. Has a pelvic-health physio cleared you to take part in the class?
---@field guardian_consent fact.yesno Consent of a parent or guardian. If you are under 18, has your parent or guardian agreed to it?
---@field missed_session fact.yesno Missed session. Would you like to make up a session that you missed?

---@type group.patient
patient = {}

---@type group.running
running = {}

---@type group.complaint
complaint = {}

---@type group.injury
injury = {}

---@type group.screening
screening = {}

---@type group.examination
examination = {}

---@type group.rehab
rehab = {}

---@type group.strength
strength = {}

---@type group.treatment
treatment = {}

---@type group.class
class = {}

---Day of the assessment. On which day were these answers given? The examiner answers.
---@type fact.date
assessed_on = {}

---@class facts.patient
---@field reference string Reference. Which reference does your system use for this person? The examiner answers.
---@field age_years integer Age. How old are you? In years. From 5 to 110.
---@field sex option.patient.sex Sex. What is your sex?
---@field menopause option.patient.menopause Menopause. Where are you with menopause?
---@field pregnant_weeks integer Weeks pregnant. If you are pregnant, how many weeks along are you? Answer 0 if you are not. In weeks. From 0 to 42.
---@field pregnancy_warning_signs option.patient.pregnancy_warning_signs[] Pregnancy warning signs. In this pregnancy, have you had any of these during or after exercise?
---@field obstetric_contraindication boolean Advised against exercise in pregnancy. Has a doctor or midwife advised you not to exercise in this pregnancy?
---@field gave_birth_last_3_years boolean Birth in the last 3 years. Have you given birth in the last three years?
---@field postpartum_days integer Days since birth. How many days ago did you last give birth? In days. From 0 to 1100.
---@field pelvic_floor_symptoms boolean Pelvic floor symptoms. Do you leak when you cough or run, feel a heaviness or bulge, or have pelvic pain, or are you still bleeding more than eight weeks after birth?
---@field bmi number Body mass index. What is the person's body mass index? In kg/m². From 10 to 70. The examiner answers.
---@field sleep_hours number Sleep. Over the last two weeks, how many hours did you usually sleep a night? In hours. From 0 to 16.
---@field high_stress boolean High stress. Have you been under a lot of stress lately?
---@field conditions option.patient.conditions[] Diagnosed conditions. Has a doctor ever told you that you have any of these?
---@field medications option.patient.medications[] Medicines. Do you take any of these medicines, or did you take them recently?

---@class facts.running
---@field level option.running.level Running level. How would you describe yourself as a runner?
---@field wants_to_run boolean Wants to run. Do you want to run?
---@field weeks_since_last_run integer Weeks since the last run. How many weeks ago was your last run? In weeks. From 0 to 2000.
---@field usual_week_km number Usual week. Over the last four weeks, how far did you run in an average week? In km. From 0 to 300.
---@field longest_run_30d_km number Longest run in 30 days. What was your longest single run in the last 30 days? Answer 0 if you did not run. In km. From 0 to 300.
---@field planned_run_km number Next planned run. How far do you plan to go on your next run? In km. From 0 to 300. Asked for, or not: given(), not_given().
---@field event_on date Day of the event. If you are training for an event, on which day is it?

---@class facts.complaint
---@field sites option.complaint.sites[] Where it hurts. Where does it hurt? Choose every place.
---@field onset option.complaint.onset How the pain began. Did the pain come on bit by bit, or all at once?
---@field duration_weeks number How long it has hurt. For how many weeks have you had this pain? In weeks. From 0 to 2000.
---@field trend option.complaint.trend Direction. Is the pain getting better, staying the same or getting worse?
---@field aggravated_by option.complaint.aggravated_by[] What brings it on. Which of these bring the pain on or make it worse?
---@field warm_up option.complaint.warm_up Pain while warming up. What does the pain do in the first few minutes of a run?
---@field after_cool_down option.complaint.after_cool_down Pain after cooling down. Once you have cooled down, how is the pain compared with during the run?
---@field sitting_minutes_to_pain integer Sitting time before pain. How many minutes can you sit before it starts to hurt? In minutes. From 0 to 600.
---@field recent_load_increase boolean Recent change in training. In the weeks before it began, did you train more, harder or more often than usual?
---@field radiation option.complaint.radiation Does the pain spread?. Does the pain spread down the leg?
---@field radiation_days integer Days since the pain spread. How many days ago did the pain begin to spread? In days. From 0 to 2000.
---@field rest_pain integer Pain at rest. How strong is the pain when you rest? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field worst_pain integer Worst pain this week. How strong was the pain at its worst in the last week? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field exertional_claudication boolean Leg pain after a set distance. When you walk a certain distance, does your buttock or leg begin to hurt, and does it ease within minutes of standing still?
---@field night_pain option.complaint.night_pain Pain at night. What is the pain like at night?

---@class facts.injury
---@field mechanism option.injury.mechanism What happened. Did one event start it? Which one is closest?
---@field days_since integer Days since it happened. How many days ago did it happen? In days. From 0 to 2000.
---@field pop boolean Pop or snap. Did you feel or hear a pop or a snap?
---@field bruising boolean Bruising. Has a bruise come up on your buttock or the back of your thigh?
---@field palpable_gap boolean Gap to the touch. Is there a palpable gap below the ischial tuberosity? The examiner answers.
---@field knee_flexion_weakness option.injury.knee_flexion_weakness Weak knee bend. How weak is resisted knee flexion compared with the other side? The examiner answers.
---@field cannot_sit boolean Unable to sit. Since it happened, are you unable to sit?
---@field stiff_legged_gait boolean Stiff-legged walk. Since it happened, do you walk with a stiff, straight leg?
---@field bears_weight boolean Can take four steps. Can you put weight on that leg and take four steps?

---@class facts.screening
---@field saddle_numbness boolean Numbness between the legs. Is there any numbness or odd feeling around your back passage, genitals or between your legs?
---@field bladder_change boolean Change in the bladder. Has anything changed when you pass urine: trouble starting, less feeling of the flow, not emptying, or new leaking?
---@field bowel_change boolean Change in the bowel. Have you lost control of your bowel, or the feeling that it is full?
---@field sexual_change boolean Change in sexual function. Has your sexual function changed recently, for example erections, arousal or orgasm?
---@field bilateral_leg_weakness boolean Both legs weak. Have both legs become very weak, or are they getting weaker?
---@field cauda_equina_days integer Days since the newest of these changes. How many days ago did the newest of these changes begin, or last get worse: numbness between the legs, bladder, bowel, sexual function, weakness in both legs? In days. From 0 to 2000.
---@field progressive_weakness boolean A limb getting weaker. Is one of your arms or legs getting weaker?
---@field ankle_dorsiflexion_grade integer Ankle dorsiflexion strength. What is the MRC grade of ankle dorsiflexion on the weaker side? In out of 5. From 0 to 5. The examiner answers.
---@field foot_weakness_days integer Days since the foot became weak. How many days ago did the weakness in the foot begin? In days. From 0 to 20000.
---@field leg_neurology option.screening.leg_neurology[] Nerve signs in the leg. Have you noticed any of these in your legs?
---@field limb_threat option.screening.limb_threat[] Circulation of the leg. On examination, does the leg show any of these? The examiner answers.
---@field growing_lump boolean A growing lump. Have you noticed a lump that is getting bigger?
---@field cancer_history boolean Cancer, now or in the past. Have you ever had cancer, or do you have it now?
---@field unexplained_weight_loss boolean Weight loss without a reason. Have you lost weight without meaning to?
---@field fever boolean Fever. Do you have a temperature of 38 °C or more?
---@field systemically_unwell boolean Feeling very unwell. Do you feel very ill in yourself, with shivering, sweats or confusion?
---@field infection_risks option.screening.infection_risks[] Infection risks. Do any of these apply to you?
---@field chest_pain option.screening.chest_pain Chest pain. Have you had chest pain, at rest or with effort, and when?
---@field faint_or_breathless option.screening.faint_or_breathless Fainting or breathlessness. Have you fainted, or been more breathless than the effort explains, and when?
---@field coughing_blood boolean Coughing up blood. Have you coughed up any blood?
---@field dvt_signs option.screening.dvt_signs[] Signs of a clot in the leg. Which of the two-level Wells items are present? The examiner answers.
---@field prior_fragility_fracture boolean Bone broken by a small fall. Have you ever broken a bone in a simple fall, or with no clear injury?
---@field missed_periods integer Missed periods. How many periods in a row have you missed over the last 12 months or longer? Answer 0 for none. In periods. From 0 to 120.
---@field stress_fracture_history option.screening.stress_fracture_history Earlier stress fracture. Have you ever had a stress fracture, and where?
---@field single_leg_stance_pain boolean Pain standing on one leg. Does standing on that leg alone hurt in the groin, the hip or low in the back over the tailbone?
---@field hip_rotation_painful boolean Painful hip rotation. Is internal rotation of the hip painful? The examiner answers.
---@field running_impossible boolean Too sore to run. Does pain make running impossible for you?
---@field back_pain_onset_age integer Age when back pain began. If you have back pain, how old were you when it began? In years. From 0 to 110.
---@field back_pain_months number Months of back pain. If you have back pain, for how many months have you had it? In months. From 0 to 1200.
---@field inflammatory_features option.screening.inflammatory_features[] Features of inflammatory pain. Which of these fit you?
---@field exercise_screen_yes option.screening.exercise_screen_yes[] Exercise safety screen. Have you been told of, or do you have, any of these? Choose every one that is a yes.
---@field weekly_activity_minutes integer Weekly activity. In a usual week, how many minutes are you active? Add light and moderate minutes, and count vigorous minutes twice. In minutes. From 0 to 5000.

---@class facts.examination
---@field puranen_orava boolean Puranen-Orava test. Does the Puranen-Orava stretch bring on the familiar sit-bone pain? The examiner answers.
---@field bent_knee_stretch boolean Bent-knee stretch. Is the bent-knee stretch test positive? The examiner answers.
---@field modified_bent_knee_stretch boolean Modified bent-knee stretch. Is the modified bent-knee stretch test positive? The examiner answers.
---@field single_leg_bridge_pain boolean Pain in the single-leg bridge. Does the single-leg bridge bring on the familiar pain? The examiner answers.
---@field arabesque_pain boolean Pain in the arabesque. Does the arabesque, a single-leg deadlift, bring on the familiar pain? The examiner answers.
---@field sit_bone_tenderness boolean Tender sit bone. Is the ischial tuberosity tender on palpation? The examiner answers.
---@field seated_piriformis boolean Seated piriformis stretch. Is the seated piriformis stretch test positive? The examiner answers.
---@field slump boolean Slump test. Is the slump test positive? The examiner answers.
---@field visa_h integer VISA-H score. What is the VISA-H score? In out of 100. From 0 to 100. The examiner answers.

---@class facts.rehab
---@field stage integer Rehabilitation stage. At which rehabilitation stage is the person working? From 0 to 4. The examiner answers. Asked for, or not: given(), not_given().
---@field load_test_pain integer Pain in the load test. How strong was the pain in today's standard load test, from 0 to 10? In out of 10. From 0 to 10.
---@field settles_hours number Time to settle. After you load it, how many hours does the pain take to return to its usual level? In hours. From 0 to 336.
---@field weeks_stable number Stable weeks. For how many weeks in a row has load-test pain been 3 or less and settled within 24 hours? In weeks. From 0 to 104.
---@field rise_from_baseline integer Change from usual. By how many points is load-test pain above your usual today? Use a minus sign if it is below. In points. From -10 to 10.
---@field run_pain integer Pain in the last run. How strong was the pain at its worst during your last run, from 0 to 10? In out of 10. From 0 to 10.
---@field limping boolean Limping. Are you limping?
---@field adherent_weeks number Weeks of program done. How many weeks of the prescribed program have you actually done? In weeks. From 0 to 520.
---@field flares_last_8_weeks integer Flare-ups in 8 weeks. How many flare-ups have you had in the last eight weeks? In flare-ups. From 0 to 56.
---@field fear_of_movement boolean Fear of movement. Is fear of movement holding this person back (TSK 42 or more, or your own judgement)? The examiner answers.

---@class facts.strength
---@field walk_30min_pain integer Pain in a 30-minute walk. How strong is the pain in a 30-minute brisk walk, from 0 to 10? In out of 10. From 0 to 10.
---@field single_leg_bridge_reps integer Single-leg bridges. How many single-leg bridges on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field calf_raise_reps integer Single-leg calf raises. How many single-leg calf raises on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field single_leg_squat_reps integer Single-leg squats. How many single-leg squats on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field hop_reps integer Single-leg hops. How many single-leg hops on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field tests_pain integer Pain in the strength tests. How strong was the worst pain during the strength tests, from 0 to 10? In out of 10. From 0 to 10. The examiner answers.

---@class facts.treatment
---@field considering option.treatment.considering[] Being considered. Which of these are you asking about, or has someone suggested to you? Asked for, or not: given(), not_given().
---@field cortisone_drug option.treatment.cortisone_drug Corticosteroid. Which corticosteroid is planned? The examiner answers.
---@field days_to_competition integer Days to competition. How many days is it until your next competition? In days. From 0 to 730.
---@field had_injection boolean Earlier injection. Have you ever had a cortisone or platelet-rich plasma injection at this tendon?
---@field weeks_since_injection number Weeks since injection. How many weeks ago was the last of these injections? In weeks. From 0 to 520.

---@class facts.class
---@field asks_for option.class.asks_for Class asked for. Would you like to join a class? Asked for, or not: given(), not_given().
---@field assessed_by_physio boolean Assessed for the class. Has a physio of the clinic assessed this person for the class? The examiner answers.
---@field can_attend_monday_or_tuesday boolean Free on Monday or Tuesday. Can you come on Monday or Tuesday evenings?
---@field medically_cleared boolean Cleared by a doctor or midwife. Has a doctor or midwife cleared you to take part in the class?
---@field pelvic_health_cleared boolean Cleared by a pelvic-health physio. Has a pelvic-health physio cleared you to take part in the class?
---@field guardian_consent boolean Consent of a parent or guardian. If you are under 18, has your parent or guardian agreed to it?
---@field missed_session boolean Missed session. Would you like to make up a session that you missed?

---@class facts
---@field assessed_on date Day of the assessment. On which day were these answers given? The examiner answers.
---@field patient facts.patient
---@field running facts.running
---@field complaint facts.complaint
---@field injury facts.injury
---@field screening facts.screening
---@field examination facts.examination
---@field rehab facts.rehab
---@field strength facts.strength
---@field treatment facts.treatment
---@field class facts.class
---@field known fun(self, fact: fact.path): boolean Whether it is known; not for measures.

---@class person.patient
---@field reference string|unknown|nil Reference. Which reference does your system use for this person? The examiner answers.
---@field age_years integer|unknown|nil Age. How old are you? In years. From 5 to 110.
---@field sex option.patient.sex|unknown|nil Sex. What is your sex?
---@field menopause option.patient.menopause|unknown|nil Menopause. Where are you with menopause?
---@field pregnant_weeks integer|unknown|nil Weeks pregnant. If you are pregnant, how many weeks along are you? Answer 0 if you are not. In weeks. From 0 to 42.
---@field pregnancy_warning_signs option.patient.pregnancy_warning_signs[]|unknown|nil Pregnancy warning signs. In this pregnancy, have you had any of these during or after exercise?
---@field obstetric_contraindication boolean|unknown|nil Advised against exercise in pregnancy. Has a doctor or midwife advised you not to exercise in this pregnancy?
---@field gave_birth_last_3_years boolean|unknown|nil Birth in the last 3 years. Have you given birth in the last three years?
---@field postpartum_days integer|unknown|nil Days since birth. How many days ago did you last give birth? In days. From 0 to 1100.
---@field pelvic_floor_symptoms boolean|unknown|nil Pelvic floor symptoms. Do you leak when you cough or run, feel a heaviness or bulge, or have pelvic pain, or are you still bleeding more than eight weeks after birth?
---@field bmi number|unknown|nil Body mass index. What is the person's body mass index? In kg/m². From 10 to 70. The examiner answers.
---@field sleep_hours number|unknown|nil Sleep. Over the last two weeks, how many hours did you usually sleep a night? In hours. From 0 to 16.
---@field high_stress boolean|unknown|nil High stress. Have you been under a lot of stress lately?
---@field conditions option.patient.conditions[]|unknown|nil Diagnosed conditions. Has a doctor ever told you that you have any of these?
---@field medications option.patient.medications[]|unknown|nil Medicines. Do you take any of these medicines, or did you take them recently?

---@class person.running
---@field level option.running.level|unknown|nil Running level. How would you describe yourself as a runner?
---@field wants_to_run boolean|unknown|nil Wants to run. Do you want to run?
---@field weeks_since_last_run integer|unknown|nil Weeks since the last run. How many weeks ago was your last run? In weeks. From 0 to 2000.
---@field usual_week_km number|unknown|nil Usual week. Over the last four weeks, how far did you run in an average week? In km. From 0 to 300.
---@field longest_run_30d_km number|unknown|nil Longest run in 30 days. What was your longest single run in the last 30 days? Answer 0 if you did not run. In km. From 0 to 300.
---@field planned_run_km number|unknown|nil Next planned run. How far do you plan to go on your next run? In km. From 0 to 300. Asked for, or not: given(), not_given().
---@field event_on date|unknown|nil Day of the event. If you are training for an event, on which day is it?

---@class person.complaint
---@field sites option.complaint.sites[]|unknown|nil Where it hurts. Where does it hurt? Choose every place.
---@field onset option.complaint.onset|unknown|nil How the pain began. Did the pain come on bit by bit, or all at once?
---@field duration_weeks number|unknown|nil How long it has hurt. For how many weeks have you had this pain? In weeks. From 0 to 2000.
---@field trend option.complaint.trend|unknown|nil Direction. Is the pain getting better, staying the same or getting worse?
---@field aggravated_by option.complaint.aggravated_by[]|unknown|nil What brings it on. Which of these bring the pain on or make it worse?
---@field warm_up option.complaint.warm_up|unknown|nil Pain while warming up. What does the pain do in the first few minutes of a run?
---@field after_cool_down option.complaint.after_cool_down|unknown|nil Pain after cooling down. Once you have cooled down, how is the pain compared with during the run?
---@field sitting_minutes_to_pain integer|unknown|nil Sitting time before pain. How many minutes can you sit before it starts to hurt? In minutes. From 0 to 600.
---@field recent_load_increase boolean|unknown|nil Recent change in training. In the weeks before it began, did you train more, harder or more often than usual?
---@field radiation option.complaint.radiation|unknown|nil Does the pain spread?. Does the pain spread down the leg?
---@field radiation_days integer|unknown|nil Days since the pain spread. How many days ago did the pain begin to spread? In days. From 0 to 2000.
---@field rest_pain integer|unknown|nil Pain at rest. How strong is the pain when you rest? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field worst_pain integer|unknown|nil Worst pain this week. How strong was the pain at its worst in the last week? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field exertional_claudication boolean|unknown|nil Leg pain after a set distance. When you walk a certain distance, does your buttock or leg begin to hurt, and does it ease within minutes of standing still?
---@field night_pain option.complaint.night_pain|unknown|nil Pain at night. What is the pain like at night?

---@class person.injury
---@field mechanism option.injury.mechanism|unknown|nil What happened. Did one event start it? Which one is closest?
---@field days_since integer|unknown|nil Days since it happened. How many days ago did it happen? In days. From 0 to 2000.
---@field pop boolean|unknown|nil Pop or snap. Did you feel or hear a pop or a snap?
---@field bruising boolean|unknown|nil Bruising. Has a bruise come up on your buttock or the back of your thigh?
---@field palpable_gap boolean|unknown|nil Gap to the touch. Is there a palpable gap below the ischial tuberosity? The examiner answers.
---@field knee_flexion_weakness option.injury.knee_flexion_weakness|unknown|nil Weak knee bend. How weak is resisted knee flexion compared with the other side? The examiner answers.
---@field cannot_sit boolean|unknown|nil Unable to sit. Since it happened, are you unable to sit?
---@field stiff_legged_gait boolean|unknown|nil Stiff-legged walk. Since it happened, do you walk with a stiff, straight leg?
---@field bears_weight boolean|unknown|nil Can take four steps. Can you put weight on that leg and take four steps?

---@class person.screening
---@field saddle_numbness boolean|unknown|nil Numbness between the legs. Is there any numbness or odd feeling around your back passage, genitals or between your legs?
---@field bladder_change boolean|unknown|nil Change in the bladder. Has anything changed when you pass urine: trouble starting, less feeling of the flow, not emptying, or new leaking?
---@field bowel_change boolean|unknown|nil Change in the bowel. Have you lost control of your bowel, or the feeling that it is full?
---@field sexual_change boolean|unknown|nil Change in sexual function. Has your sexual function changed recently, for example erections, arousal or orgasm?
---@field bilateral_leg_weakness boolean|unknown|nil Both legs weak. Have both legs become very weak, or are they getting weaker?
---@field cauda_equina_days integer|unknown|nil Days since the newest of these changes. How many days ago did the newest of these changes begin, or last get worse: numbness between the legs, bladder, bowel, sexual function, weakness in both legs? In days. From 0 to 2000.
---@field progressive_weakness boolean|unknown|nil A limb getting weaker. Is one of your arms or legs getting weaker?
---@field ankle_dorsiflexion_grade integer|unknown|nil Ankle dorsiflexion strength. What is the MRC grade of ankle dorsiflexion on the weaker side? In out of 5. From 0 to 5. The examiner answers.
---@field foot_weakness_days integer|unknown|nil Days since the foot became weak. How many days ago did the weakness in the foot begin? In days. From 0 to 20000.
---@field leg_neurology option.screening.leg_neurology[]|unknown|nil Nerve signs in the leg. Have you noticed any of these in your legs?
---@field limb_threat option.screening.limb_threat[]|unknown|nil Circulation of the leg. On examination, does the leg show any of these? The examiner answers.
---@field growing_lump boolean|unknown|nil A growing lump. Have you noticed a lump that is getting bigger?
---@field cancer_history boolean|unknown|nil Cancer, now or in the past. Have you ever had cancer, or do you have it now?
---@field unexplained_weight_loss boolean|unknown|nil Weight loss without a reason. Have you lost weight without meaning to?
---@field fever boolean|unknown|nil Fever. Do you have a temperature of 38 °C or more?
---@field systemically_unwell boolean|unknown|nil Feeling very unwell. Do you feel very ill in yourself, with shivering, sweats or confusion?
---@field infection_risks option.screening.infection_risks[]|unknown|nil Infection risks. Do any of these apply to you?
---@field chest_pain option.screening.chest_pain|unknown|nil Chest pain. Have you had chest pain, at rest or with effort, and when?
---@field faint_or_breathless option.screening.faint_or_breathless|unknown|nil Fainting or breathlessness. Have you fainted, or been more breathless than the effort explains, and when?
---@field coughing_blood boolean|unknown|nil Coughing up blood. Have you coughed up any blood?
---@field dvt_signs option.screening.dvt_signs[]|unknown|nil Signs of a clot in the leg. Which of the two-level Wells items are present? The examiner answers.
---@field prior_fragility_fracture boolean|unknown|nil Bone broken by a small fall. Have you ever broken a bone in a simple fall, or with no clear injury?
---@field missed_periods integer|unknown|nil Missed periods. How many periods in a row have you missed over the last 12 months or longer? Answer 0 for none. In periods. From 0 to 120.
---@field stress_fracture_history option.screening.stress_fracture_history|unknown|nil Earlier stress fracture. Have you ever had a stress fracture, and where?
---@field single_leg_stance_pain boolean|unknown|nil Pain standing on one leg. Does standing on that leg alone hurt in the groin, the hip or low in the back over the tailbone?
---@field hip_rotation_painful boolean|unknown|nil Painful hip rotation. Is internal rotation of the hip painful? The examiner answers.
---@field running_impossible boolean|unknown|nil Too sore to run. Does pain make running impossible for you?
---@field back_pain_onset_age integer|unknown|nil Age when back pain began. If you have back pain, how old were you when it began? In years. From 0 to 110.
---@field back_pain_months number|unknown|nil Months of back pain. If you have back pain, for how many months have you had it? In months. From 0 to 1200.
---@field inflammatory_features option.screening.inflammatory_features[]|unknown|nil Features of inflammatory pain. Which of these fit you?
---@field exercise_screen_yes option.screening.exercise_screen_yes[]|unknown|nil Exercise safety screen. Have you been told of, or do you have, any of these? Choose every one that is a yes.
---@field weekly_activity_minutes integer|unknown|nil Weekly activity. In a usual week, how many minutes are you active? Add light and moderate minutes, and count vigorous minutes twice. In minutes. From 0 to 5000.

---@class person.examination
---@field puranen_orava boolean|unknown|nil Puranen-Orava test. Does the Puranen-Orava stretch bring on the familiar sit-bone pain? The examiner answers.
---@field bent_knee_stretch boolean|unknown|nil Bent-knee stretch. Is the bent-knee stretch test positive? The examiner answers.
---@field modified_bent_knee_stretch boolean|unknown|nil Modified bent-knee stretch. Is the modified bent-knee stretch test positive? The examiner answers.
---@field single_leg_bridge_pain boolean|unknown|nil Pain in the single-leg bridge. Does the single-leg bridge bring on the familiar pain? The examiner answers.
---@field arabesque_pain boolean|unknown|nil Pain in the arabesque. Does the arabesque, a single-leg deadlift, bring on the familiar pain? The examiner answers.
---@field sit_bone_tenderness boolean|unknown|nil Tender sit bone. Is the ischial tuberosity tender on palpation? The examiner answers.
---@field seated_piriformis boolean|unknown|nil Seated piriformis stretch. Is the seated piriformis stretch test positive? The examiner answers.
---@field slump boolean|unknown|nil Slump test. Is the slump test positive? The examiner answers.
---@field visa_h integer|unknown|nil VISA-H score. What is the VISA-H score? In out of 100. From 0 to 100. The examiner answers.

---@class person.rehab
---@field stage integer|unknown|nil Rehabilitation stage. At which rehabilitation stage is the person working? From 0 to 4. The examiner answers. Asked for, or not: given(), not_given().
---@field load_test_pain integer|unknown|nil Pain in the load test. How strong was the pain in today's standard load test, from 0 to 10? In out of 10. From 0 to 10.
---@field settles_hours number|unknown|nil Time to settle. After you load it, how many hours does the pain take to return to its usual level? In hours. From 0 to 336.
---@field weeks_stable number|unknown|nil Stable weeks. For how many weeks in a row has load-test pain been 3 or less and settled within 24 hours? In weeks. From 0 to 104.
---@field rise_from_baseline integer|unknown|nil Change from usual. By how many points is load-test pain above your usual today? Use a minus sign if it is below. In points. From -10 to 10.
---@field run_pain integer|unknown|nil Pain in the last run. How strong was the pain at its worst during your last run, from 0 to 10? In out of 10. From 0 to 10.
---@field limping boolean|unknown|nil Limping. Are you limping?
---@field adherent_weeks number|unknown|nil Weeks of program done. How many weeks of the prescribed program have you actually done? In weeks. From 0 to 520.
---@field flares_last_8_weeks integer|unknown|nil Flare-ups in 8 weeks. How many flare-ups have you had in the last eight weeks? In flare-ups. From 0 to 56.
---@field fear_of_movement boolean|unknown|nil Fear of movement. Is fear of movement holding this person back (TSK 42 or more, or your own judgement)? The examiner answers.

---@class person.strength
---@field walk_30min_pain integer|unknown|nil Pain in a 30-minute walk. How strong is the pain in a 30-minute brisk walk, from 0 to 10? In out of 10. From 0 to 10.
---@field single_leg_bridge_reps integer|unknown|nil Single-leg bridges. How many single-leg bridges on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field calf_raise_reps integer|unknown|nil Single-leg calf raises. How many single-leg calf raises on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field single_leg_squat_reps integer|unknown|nil Single-leg squats. How many single-leg squats on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field hop_reps integer|unknown|nil Single-leg hops. How many single-leg hops on the worse side? In repetitions. From 0 to 100. The examiner answers.
---@field tests_pain integer|unknown|nil Pain in the strength tests. How strong was the worst pain during the strength tests, from 0 to 10? In out of 10. From 0 to 10. The examiner answers.

---@class person.treatment
---@field considering option.treatment.considering[]|unknown|nil Being considered. Which of these are you asking about, or has someone suggested to you? Asked for, or not: given(), not_given().
---@field cortisone_drug option.treatment.cortisone_drug|unknown|nil Corticosteroid. Which corticosteroid is planned? The examiner answers.
---@field days_to_competition integer|unknown|nil Days to competition. How many days is it until your next competition? In days. From 0 to 730.
---@field had_injection boolean|unknown|nil Earlier injection. Have you ever had a cortisone or platelet-rich plasma injection at this tendon?
---@field weeks_since_injection number|unknown|nil Weeks since injection. How many weeks ago was the last of these injections? In weeks. From 0 to 520.

---@class person.class
---@field asks_for option.class.asks_for|unknown|nil Class asked for. Would you like to join a class? Asked for, or not: given(), not_given().
---@field assessed_by_physio boolean|unknown|nil Assessed for the class. Has a physio of the clinic assessed this person for the class? The examiner answers.
---@field can_attend_monday_or_tuesday boolean|unknown|nil Free on Monday or Tuesday. Can you come on Monday or Tuesday evenings?
---@field medically_cleared boolean|unknown|nil Cleared by a doctor or midwife. Has a doctor or midwife cleared you to take part in the class?
---@field pelvic_health_cleared boolean|unknown|nil Cleared by a pelvic-health physio. Has a pelvic-health physio cleared you to take part in the class?
---@field guardian_consent boolean|unknown|nil Consent of a parent or guardian. If you are under 18, has your parent or guardian agreed to it?
---@field missed_session boolean|unknown|nil Missed session. Would you like to make up a session that you missed?

---@class person
---@field assessed_on date|unknown|nil Day of the assessment. On which day were these answers given? The examiner answers.
---@field patient person.patient|unknown|nil
---@field running person.running|unknown|nil
---@field complaint person.complaint|unknown|nil
---@field injury person.injury|unknown|nil
---@field screening person.screening|unknown|nil
---@field examination person.examination|unknown|nil
---@field rehab person.rehab|unknown|nil
---@field strength person.strength|unknown|nil
---@field treatment person.treatment|unknown|nil
---@field class person.class|unknown|nil

---@alias fact.path
---| "assessed_on" # Day of the assessment
---| "patient.reference" # Reference
---| "patient.age_years" # Age
---| "patient.sex" # Sex
---| "patient.menopause" # Menopause
---| "patient.pregnant_weeks" # Weeks pregnant
---| "patient.pregnancy_warning_signs" # Pregnancy warning signs
---| "patient.obstetric_contraindication" # Advised against exercise in pregnancy
---| "patient.gave_birth_last_3_years" # Birth in the last 3 years
---| "patient.postpartum_days" # Days since birth
---| "patient.pelvic_floor_symptoms" # Pelvic floor symptoms
---| "patient.bmi" # Body mass index
---| "patient.sleep_hours" # Sleep
---| "patient.high_stress" # High stress
---| "patient.conditions" # Diagnosed conditions
---| "patient.medications" # Medicines
---| "running.level" # Running level
---| "running.wants_to_run" # Wants to run
---| "running.weeks_since_last_run" # Weeks since the last run
---| "running.usual_week_km" # Usual week
---| "running.longest_run_30d_km" # Longest run in 30 days
---| "running.planned_run_km" # Next planned run
---| "running.event_on" # Day of the event
---| "complaint.sites" # Where it hurts
---| "complaint.onset" # How the pain began
---| "complaint.duration_weeks" # How long it has hurt
---| "complaint.trend" # Direction
---| "complaint.aggravated_by" # What brings it on
---| "complaint.warm_up" # Pain while warming up
---| "complaint.after_cool_down" # Pain after cooling down
---| "complaint.sitting_minutes_to_pain" # Sitting time before pain
---| "complaint.recent_load_increase" # Recent change in training
---| "complaint.radiation" # Does the pain spread?
---| "complaint.radiation_days" # Days since the pain spread
---| "complaint.rest_pain" # Pain at rest
---| "complaint.worst_pain" # Worst pain this week
---| "complaint.exertional_claudication" # Leg pain after a set distance
---| "complaint.night_pain" # Pain at night
---| "injury.mechanism" # What happened
---| "injury.days_since" # Days since it happened
---| "injury.pop" # Pop or snap
---| "injury.bruising" # Bruising
---| "injury.palpable_gap" # Gap to the touch
---| "injury.knee_flexion_weakness" # Weak knee bend
---| "injury.cannot_sit" # Unable to sit
---| "injury.stiff_legged_gait" # Stiff-legged walk
---| "injury.bears_weight" # Can take four steps
---| "screening.saddle_numbness" # Numbness between the legs
---| "screening.bladder_change" # Change in the bladder
---| "screening.bowel_change" # Change in the bowel
---| "screening.sexual_change" # Change in sexual function
---| "screening.bilateral_leg_weakness" # Both legs weak
---| "screening.cauda_equina_days" # Days since the newest of these changes
---| "screening.progressive_weakness" # A limb getting weaker
---| "screening.ankle_dorsiflexion_grade" # Ankle dorsiflexion strength
---| "screening.foot_weakness_days" # Days since the foot became weak
---| "screening.leg_neurology" # Nerve signs in the leg
---| "screening.limb_threat" # Circulation of the leg
---| "screening.growing_lump" # A growing lump
---| "screening.cancer_history" # Cancer, now or in the past
---| "screening.unexplained_weight_loss" # Weight loss without a reason
---| "screening.fever" # Fever
---| "screening.systemically_unwell" # Feeling very unwell
---| "screening.infection_risks" # Infection risks
---| "screening.chest_pain" # Chest pain
---| "screening.faint_or_breathless" # Fainting or breathlessness
---| "screening.coughing_blood" # Coughing up blood
---| "screening.dvt_signs" # Signs of a clot in the leg
---| "screening.prior_fragility_fracture" # Bone broken by a small fall
---| "screening.missed_periods" # Missed periods
---| "screening.stress_fracture_history" # Earlier stress fracture
---| "screening.single_leg_stance_pain" # Pain standing on one leg
---| "screening.hip_rotation_painful" # Painful hip rotation
---| "screening.running_impossible" # Too sore to run
---| "screening.back_pain_onset_age" # Age when back pain began
---| "screening.back_pain_months" # Months of back pain
---| "screening.inflammatory_features" # Features of inflammatory pain
---| "screening.exercise_screen_yes" # Exercise safety screen
---| "screening.weekly_activity_minutes" # Weekly activity
---| "examination.puranen_orava" # Puranen-Orava test
---| "examination.bent_knee_stretch" # Bent-knee stretch
---| "examination.modified_bent_knee_stretch" # Modified bent-knee stretch
---| "examination.single_leg_bridge_pain" # Pain in the single-leg bridge
---| "examination.arabesque_pain" # Pain in the arabesque
---| "examination.sit_bone_tenderness" # Tender sit bone
---| "examination.seated_piriformis" # Seated piriformis stretch
---| "examination.slump" # Slump test
---| "examination.visa_h" # VISA-H score
---| "rehab.stage" # Rehabilitation stage
---| "rehab.load_test_pain" # Pain in the load test
---| "rehab.settles_hours" # Time to settle
---| "rehab.weeks_stable" # Stable weeks
---| "rehab.rise_from_baseline" # Change from usual
---| "rehab.run_pain" # Pain in the last run
---| "rehab.limping" # Limping
---| "rehab.adherent_weeks" # Weeks of program done
---| "rehab.flares_last_8_weeks" # Flare-ups in 8 weeks
---| "rehab.fear_of_movement" # Fear of movement
---| "strength.walk_30min_pain" # Pain in a 30-minute walk
---| "strength.single_leg_bridge_reps" # Single-leg bridges
---| "strength.calf_raise_reps" # Single-leg calf raises
---| "strength.single_leg_squat_reps" # Single-leg squats
---| "strength.hop_reps" # Single-leg hops
---| "strength.tests_pain" # Pain in the strength tests
---| "treatment.considering" # Being considered
---| "treatment.cortisone_drug" # Corticosteroid
---| "treatment.days_to_competition" # Days to competition
---| "treatment.had_injection" # Earlier injection
---| "treatment.weeks_since_injection" # Weeks since injection
---| "class.asks_for" # Class asked for
---| "class.assessed_by_physio" # Assessed for the class
---| "class.can_attend_monday_or_tuesday" # Free on Monday or Tuesday
---| "class.medically_cleared" # Cleared by a doctor or midwife
---| "class.pelvic_health_cleared" # Cleared by a pelvic-health physio
---| "class.guardian_consent" # Consent of a parent or guardian
---| "class.missed_session" # Missed session

---@alias answer.referral
---| "emergency" # Emergency department now
---| "same-day" # A doctor today
---| "this-week" # A doctor this week
---| "gp-review" # GP review in the next weeks
---| "undetermined" # Red flags not yet excluded
---| "none" # No red flag among those asked

---@class decided.referral
---@field is fun(self, answer: answer.referral): condition
---@field is_one_of fun(self, answers: answer.referral[]): condition

---@alias answer.imaging
---| "warranted-now" # A scan is needed now, by the route named here
---| "warranted-this-week" # A scan is warranted this week
---| "reasonable" # A scan is reasonable; nothing known so far makes it urgent
---| "specialist-decides" # Whether to scan is for the reviewing doctor to decide
---| "not-warranted" # A scan is not warranted at the moment
---| "undetermined" # Whether a scan would help can't be said yet

---@class decided.imaging
---@field is fun(self, answer: answer.imaging): condition
---@field is_one_of fun(self, answers: answer.imaging[]): condition

---@alias answer.progression
---| "stop-and-refer" # Stop loading this area and see a doctor this week
---| "flare-plan" # A flare: lighten the load for a few days, keep moving
---| "regress" # Go back one stage and let it settle
---| "hold" # Stay at this stage for now
---| "return-to-run" # Ready to begin a walk-run plan beside the exercises
---| "progress" # Move on to the next stage
---| "start" # Start the rehabilitation program
---| "ask" # More must be known before the next step can be named
---| "suppressed" # No exercise advice until a doctor has been reached

---@class decided.progression
---@field is fun(self, answer: answer.progression): condition
---@field is_one_of fun(self, answers: answer.progression[]): condition

---@alias answer.cortisone
---| "contraindicated" # No cortisone injection while this stands
---| "advise-against" # Advise against a cortisone injection
---| "specialist-decision" # A decision for a sports physician, never an automatic yes
---| "undetermined" # Whether cortisone fits can't be said yet
---| "not-asked" # A cortisone injection was not asked about
---| "suppressed" # No advice on injections until the emergency is dealt with

---@class decided.cortisone
---@field is fun(self, answer: answer.cortisone): condition
---@field is_one_of fun(self, answers: answer.cortisone[]): condition

---@alias answer.adjunct
---| "contraindicated" # A treatment that was asked about should not be used now
---| "caution" # Possible only with care, after talking it through
---| "option" # An option beside the exercises, with modest expectations
---| "undetermined" # Whether this treatment suits can't be said yet
---| "not-asked" # No added treatment was asked about
---| "suppressed" # No advice on added treatments until the emergency is dealt with

---@class decided.adjunct
---@field is fun(self, answer: answer.adjunct): condition
---@field is_one_of fun(self, answers: answer.adjunct[]): condition

---@alias answer.running-load
---| "stop-and-replan" # Don't do this run as planned: plan it anew
---| "strong-caution" # A big jump: consider a shorter run
---| "caution" # A jump: consider a somewhat shorter run
---| "within-limits" # The planned run is within limits
---| "undetermined" # The planned run can't be judged yet
---| "not-asked" # No planned run was given
---| "suppressed" # No running advice until a doctor has been reached

---@class decided.running-load
---@field is fun(self, answer: answer.running-load): condition
---@field is_one_of fun(self, answers: answer.running-load[]): condition

---@alias answer.class
---| "not-now" # No class for now
---| "medical-clearance-first" # A doctor's go-ahead first, then the class
---| "physio-assessment-first" # An assessment with one of our physios first
---| "home-program-then-next-term" # A home program now, {clinic.runfit.name} next term
---| "other-class" # Another class fits better
---| "join-modified" # Welcome to {clinic.runfit.name}, with some exercises changed
---| "join" # Welcome to {clinic.runfit.name}
---| "not-asked" # No class was asked for
---| "suppressed" # No class advice until a doctor has been reached

---@class decided.class
---@field is fun(self, answer: answer.class): condition
---@field is_one_of fun(self, answers: answer.class[]): condition

---@alias answer.pattern
---| "unlikely" # Proximal hamstring tendinopathy is unlikely
---| "likely" # Proximal hamstring tendinopathy is likely
---| "possible" # Proximal hamstring tendinopathy is possible
---| "undetermined" # The pattern of the pain is not clear yet
---| "suppressed" # No word on the cause until the emergency is dealt with

---@class decided.pattern
---@field is fun(self, answer: answer.pattern): condition
---@field is_one_of fun(self, answers: answer.pattern[]): condition

---@alias answer.outlook
---| "not-given" # No outlook is given for now
---| "given" # Recovery usually takes months, step by step
---| "suppressed" # No outlook until a doctor has been reached

---@class decided.outlook
---@field is fun(self, answer: answer.outlook): condition
---@field is_one_of fun(self, answers: answer.outlook[]): condition

---@alias answer.education
---| "given" # What helps to know
---| "not-given" # No message is chosen yet
---| "suppressed" # No general information until a doctor has been reached

---@class decided.education
---@field is fun(self, answer: answer.education): condition
---@field is_one_of fun(self, answers: answer.education[]): condition

---@alias answer
---| answer.referral
---| answer.imaging
---| answer.progression
---| answer.cortisone
---| answer.adjunct
---| answer.running-load
---| answer.class
---| answer.pattern
---| answer.outlook
---| answer.education

---@class decides
---@field ["referral"] answer.referral|nil How soon must a doctor see this person?
---@field ["imaging"] answer.imaging|nil Is a scan warranted?
---@field ["progression"] answer.progression|nil What is the next rehab step?
---@field ["cortisone"] answer.cortisone|nil Should a cortisone injection be given?
---@field ["adjunct"] answer.adjunct|nil Are shockwave, platelet-rich plasma or anti-inflammatories an option?
---@field ["running-load"] answer.running-load|nil Is the planned run too big a jump?
---@field ["class"] answer.class|nil RunFit, another class, or not yet?
---@field ["pattern"] answer.pattern|nil Does this look like proximal hamstring tendinopathy?
---@field ["outlook"] answer.outlook|nil How long may recovery take, and what may lengthen it?
---@field ["education"] answer.education|nil What should this person understand?

---@alias decision.name
---| "referral" # How soon must a doctor see this person?
---| "imaging" # Is a scan warranted?
---| "progression" # What is the next rehab step?
---| "cortisone" # Should a cortisone injection be given?
---| "adjunct" # Are shockwave, platelet-rich plasma or anti-inflammatories an option?
---| "running-load" # Is the planned run too big a jump?
---| "class" # RunFit, another class, or not yet?
---| "pattern" # Does this look like proximal hamstring tendinopathy?
---| "outlook" # How long may recovery take, and what may lengthen it?
---| "education" # What should this person understand?

---@alias finding.name
---| "aneurysm" # from 60 on, sudden low-back, groin or buttock pain and a faint in the last 3 days
---| "ankle-four" # the foot lifts with less than full strength
---| "avulsion" # signs that the hamstring may have come off the bone
---| "avulsion-signs" # bruising, a gap, marked weakness, unable to sit, or a stiff-legged walk
---| "avulsion-with-nerve-signs" # signs of an avulsion together with nerve signs in the leg
---| "big-trauma" # a collision, bike crash, sporting impact or fall from height
---| "birth-84-to-365-days" # gave birth 84 to 365 days ago
---| "birth-under-84-days" # gave birth less than 84 days ago
---| "bleeding" # a recent injury on a blood thinner, with bruising, marked rest pain or nerve signs
---| "bone-stress" # signs that fit a bone stress injury of hip or pelvis
---| "both-legs" # pain in both legs for at most 84 days, as far as known
---| "calf-strong" # 20 calf raises, or as many as usual at this age and sex
---| "calf-weak" # fewer than 20 calf raises and fewer than usual at this age and sex
---| "calm" # no pain to speak of
---| "cancer" # cancer, now or in the past
---| "cancer-history" # cancer, now or in the past, whatever else is known
---| "cancer-with-nerve-signs" # cancer with a sign that the spinal cord or its nerves are pressed on
---| "cancer-with-pain" # cancer with pain at night, severe or growing pain at rest, or pain below the knee
---| "cannot-bear-weight" # the leg does not carry four steps
---| "cauda-equina" # a recent sign of cauda equina syndrome
---| "cauda-equina-both-legs" # pain in both legs, with the signs of cauda equina syndrome not ruled out
---| "cauda-equina-sexual" # recent sexual change with pain in both legs or a sign of cauda equina syndrome
---| "chest-pain-now" # chest pain, fainting or undue breathlessness now or in the last 12 hours
---| "chest-pain-recent" # chest pain, fainting or undue breathlessness in the last 3 days
---| "chest-pain-unexplained" # older chest pain, fainting or breathlessness that nobody has explained
---| "class-base" # what the running class asks of everybody
---| "class-join" # fit for the running class
---| "class-join-modified" # fit for the running class with some exercises changed
---| "claudication" # pain after a set walking distance that eases on standing still
---| "clot-in-leg" # signs that fit a clot in the leg, whatever the chest does
---| "clot-in-lung" # signs that fit a clot that has reached the lung
---| "coughing-blood" # blood has been coughed up
---| "early-avulsion" # an early strain with a pop and a weak knee bend
---| "early-strain" # a pop or sudden strain at most 7 days ago, too early to tell how bad it is
---| "emergency-flag" # an emergency
---| "emergency-flag-but-chest-pain" # an emergency, chest pain now aside
---| "energy-deficiency" # signs that the body gets too little energy for the training it does
---| "enthesitis" # enthesitis in somebody with psoriasis or another inflammatory disease
---| "event" # the pain began with an event
---| "exercise-screen-clear" # nothing in the exercise screen, or medically cleared
---| "flare-limp" # limping, with rehabilitation under way
---| "flare-load" # the load test hurts more than 5 out of 10
---| "flare-plan" # a flare
---| "flare-repeated" # at least 3 flares in 8 weeks
---| "flare-rest" # pain at rest is over 1 out of 10 from stage 1 on
---| "flare-run" # the last run hurt more than 5 out of 10
---| "fluoroquinolone" # tendon-area pain with a fluoroquinolone now or in the last 60 days
---| "foot-weakness-weeks" # the foot has been weak for 15 to 84 days
---| "four-signs" # numbness between the legs, bladder or bowel change, or weakness in both legs
---| "fragile-bone" # signs that fit a fracture of fragile bone
---| "frail" # age, an earlier fracture, osteoporosis, steroids or low weight make bone fragile
---| "given-birth" # gave birth in the last 3 years
---| "gp-review-bone" # a reason for GP review that concerns bone
---| "gp-review-flag-but-cancer" # a reason for GP review, cancer in the history aside
---| "gp-review-systemic" # a reason for GP review that concerns the whole body
---| "gp-review-systemic-or-bone" # a reason for GP review that concerns the whole body or bone
---| "growing-lump" # a lump that is getting bigger
---| "growth-plate" # at 25 or under, a sudden pull where a growth plate may still be open
---| "hold-pain" # load-test pain of 4 or 5 that settles within 24 hours
---| "hold-run-pain" # the last run hurt 4 or 5 out of 10
---| "hold-settling" # low load-test pain that takes 24 to 48 hours to settle
---| "hold-weeks" # low pain that settles in time, for under 2 weeks so far
---| "home-bridges" # fewer than 20 single-leg bridges
---| "home-course-passed" # fit for the running class, but this term's course can no longer be joined
---| "home-early-stage" # rehabilitation is at stage 0 to 2
---| "home-injection" # an injection at most 2 weeks ago
---| "home-pelvic-health" # birth under 84 days ago or pelvic floor symptoms, not cleared, as far as known
---| "home-walking" # a 30-minute walk hurts more than 2 out of 10
---| "host-risk" # an infection is likelier: a risk, diabetes, steroid tablets or a recent injection
---| "impact" # the bone is loaded: running or walking hurts, or the last run was under 12 weeks ago
---| "infection" # signs that fit an infection of bone, joint or spine
---| "inflammatory-back" # long back pain that began before 45, with at least 3 features of inflammation
---| "injection-2-to-6-weeks" # an injection over 2 and up to 6 weeks ago
---| "leg-clot-signs" # signs that fit a clot in the leg
---| "limb-threat" # the leg is cold, pale, without a pulse, or its compartment is tense
---| "low-and-settled" # load-test pain of at most 3 that settles within 24 hours
---| "low-energy" # missed periods, an earlier stress fracture or a body mass index under 18.5
---| "nerve-signs" # there is at least one nerve sign in the leg
---| "nerve-tests-only" # a nerve test is painful and none of the three stretch tests is
---| "nerve-weakness" # the walk has changed or a limb is weak
---| "night" # the pain is constant at night or prevents sleep
---| "night-or-ache" # the pain aches at night, is constant or prevents sleep
---| "night-pain" # night pain, whatever else is known
---| "no-gain-from-rehab" # no gain after at least 12 weeks of rehabilitation done, or a further step planned
---| "no-male" # sex is not male
---| "not-cleared" # no doctor or midwife has cleared this person for the class, as far as known
---| "old-both-legs" # pain in both legs for more than 84 days
---| "old-cauda-equina-signs" # a sign of cauda equina syndrome, unchanged for more than 14 days
---| "old-trauma" # a big trauma more than 84 days ago
---| "pain-in-both-legs" # the pain has spread to both legs
---| "pain-somewhere" # there is a site of pain
---| "pattern-likely" # gradual sit-bone pain with the load, the warm-up or sitting, and the tests that fit
---| "pattern-possible" # sit-bone pain that an activity which loads the hamstring brings on
---| "pelvic-floor" # pelvic floor symptoms
---| "periods" # 3 or more missed periods that menopause, pregnancy or a birth do not explain
---| "pregnancy-warning" # a warning sign in this pregnancy
---| "pregnant" # pregnant
---| "psoriasis" # psoriasis, as a feature or a diagnosis
---| "recent-cauda-equina" # the newest change began or worsened at most 14 days ago, as far as known
---| "referral-flag-but-cancer" # any reason for a doctor, cancer in the history aside
---| "regress-long" # more than 48 hours to settle after loading
---| "regress-rise" # the load test hurts more than 2 points above the usual
---| "regress-slow" # load-test pain of 4 or 5 that takes more than 24 hours to settle
---| "run-over-5-after-a-break" # over 5 km planned after 30 days without a run
---| "run-over-double" # the planned run is more than twice the longest of the last 30 days
---| "runfit-wanted" # the running class is asked for, and the person wants to run
---| "safe-to-reassure" # no reason for a doctor this week or sooner
---| "same-day-flag" # a reason for a doctor the same day
---| "scan-asked-about" # a scan is being considered
---| "scan-for-a-specialist" # a finding whose imaging the reviewing doctor decides
---| "scan-not-warranted" # an adult's usual tendon story, and no reason for a doctor but cancer in the history
---| "scan-now" # a reason for a scan now
---| "scan-reasonable" # a reason for a scan without hurry
---| "scan-this-week" # a reason for a scan this week
---| "sensory-loss" # feeling is lost in part of the leg
---| "sepsis" # very unwell, with fever, an infection risk, marked rest pain or night pain
---| "severe" # pain at rest is at least 7 out of 10
---| "severe-pain" # severe pain at rest, whatever else is known
---| "severe-trauma" # a big trauma at most 7 days ago, as far as known, with severe pain at rest
---| "sexual-change-alone" # sexual change with none of the four signs of cauda equina syndrome
---| "sexual-change-with-nerve-signs" # recent sexual change with pain below the knee or nerve signs in the leg
---| "significant-trauma" # a big trauma at most 84 days ago, as far as known
---| "stage-4-settled" # stage 4, steady for at least 2 weeks
---| "steady" # low pain that settles in time, for at least 2 weeks
---| "teenager" # under 18 with gradual pain at the sit bone, buttock, back of the thigh or low back
---| "tendinopathy" # the pattern of hamstring tendinopathy is likely or possible, if not ruled out
---| "this-week-flag" # a reason for a doctor this week
---| "this-week-flag-but-chest-pain" # a reason for a doctor this week, unexplained chest pain aside
---| "two-aggravators" # at least two activities that load the hamstring bring the pain on
---| "two-groups" # reasons for GP review from at least two different groups
---| "two-stretch-tests" # at least two of the three stretch tests bring on the familiar pain
---| "two-systemic-flags" # at least two flags of the whole body together
---| "weak-foot" # a limb is getting weaker, or the foot became weak at most 14 days ago, if known
---| "weight-loss" # weight lost without meaning to
---| "worse-despite-rehab" # worse after at least 6 weeks of rehabilitation that was really done
---| "young-hip" # under 18 with pain at the groin, the front of the hip or the pubic bone
---| "young-night" # under 20 with pain at night or marked pain at rest

---@alias measure.name
---| "calf-norm" # usual calf raises at this age and sex
---| "joining-day-passed" # days since this term's joining day

---@alias source.key
---| "alves-2019" # Alves. 2019
---| "apss-2018" # ESSA, Fitness AU, SMA. APSS V2. 2018
---| "beatty-2017" # Beatty. 2017
---| "benazzo-2013" # Benazzo. 2013
---| "boudreault-2014" # Boudreault. 2014
---| "buist-2008" # Buist. 2008; doi:10.1177/0363546507307505
---| "cacchio-2011" # Cacchio. 2011; doi:10.1177/0363546510379324
---| "cacchio-2012" # Cacchio. BJSM 2012; doi:10.1136/bjsports-2011-090325
---| "christopher-2024" # Christopher. 2024; doi:10.1136/bjsports-2023-107489
---| "clinic-article" # Vital Core Physio. Hamstring tendinopathy – A pain in the butt. 
---| "cook-2018" # Cook. BJSM 52:882 2018; doi:10.1136/bjsports-2018-099045
---| "coombes-2010" # Coombes. Lancet 376:1751 2010; doi:10.1016/S0140-6736(10)61160-9
---| "coombes-2013" # Coombes. JAMA 2013; doi:10.1001/jama.2013.129
---| "cowan-2022" # Cowan. 2022
---| "csp" # CSP. 
---| "cushman-2015" # Cushman. PMC4615691 2015
---| "davenport-2015" # Davenport. 2015
---| "de-grove-2021" # De Grove. 2021
---| "dean-2014" # Dean. 2014; doi:10.1016/j.semarthrit.2013.08.006
---| "ferlic-2014" # Ferlic. 2014; doi:10.1007/s00167-013-2570-4
---| "finucane-2020" # Finucane. JOSPT 50:350 2020; doi:10.2519/jospt.2020.9971
---| "frandsen-2025" # Frandsen. BJSM 2025; doi:10.1136/bjsports-2024-109380
---| "freckleton-2014" # Freckleton. BJSM 2014
---| "fredberg-1997" # Fredberg. 1997
---| "gaida-2009" # Gaida. 2009
---| "girft-2023" # GIRFT. 2023
---| "gomez-hoyos-2016" # Gómez-Hoyos. 2016
---| "goom-2016" # Goom. JOSPT 46:483 2016; doi:10.2519/jospt.2016.5986
---| "goom-2019" # Goom, Donnelly and Brockwell. 2019
---| "hebert-losier-2017" # Hébert-Losier. 2017; doi:10.1016/j.physio.2017.03.002
---| "henschke-2013" # Henschke. Cochrane CD008686 2013
---| "hoenig-2025" # Hoenig. 2025; doi:10.1136/bjsports-2024-108616
---| "huang-2021" # Huang and Ihm. 2021
---| "impellizzeri-2020" # Impellizzeri. 2020
---| "ioc-2023" # IOC. BJSM 2023; doi:10.1136/bjsports-2023-106914
---| "jokela-2024" # Jokela. 2024; doi:10.1177/23259671241265130
---| "kongsgaard-2009" # Kongsgaard. 2009; doi:10.1111/j.1600-0838.2009.00949.x
---| "kuske-2016" # Kuske. 2016
---| "laslett-2005" # Laslett. 2005
---| "lauersen-2018" # Lauersen. 2018
---| "lempainen-2009" # Lempainen. 2009
---| "lloyd-2014" # Lloyd. 2014
---| "looney-2023" # Looney. 2023
---| "magra-2006" # Magra. 2006
---| "martin-hd-2014" # Martin HD. KSSTA 22:882 2014
---| "mellor-2018" # Mellor. BMJ 361:k1662 2018
---| "meyers-2012" # Meyers. 2012
---| "mitchell-2021" # Mitchell. 2021
---| "moore-2021" # Moore. 2021
---| "morales-2019" # Morales. 2019; doi:10.1007/s40261-018-0729-y
---| "nasser-2021" # Nasser. IJSPT 2021; doi:10.26603/001c.21250
---| "nhs-lothian" # NHS Lothian. 
---| "nice-cg146" # NICE. CG146 
---| "nice-cg75" # NICE. CG75, now NG234 
---| "nice-ng12" # NICE. NG12 
---| "nice-ng158" # NICE. NG158 
---| "nice-ng65" # NICE. NG65 
---| "nicholson-2014" # Nicholson. OJSM PMC4555570 2014
---| "noakes-1985" # Noakes. 1985; doi:10.1177/036354658501300207
---| "parvaresh-2018" # Parvaresh. 2018
---| "pihl-2024" # Pihl. 2024; doi:10.1056/EVIDoa2400056
---| "rajasekaran-2021" # Rajasekaran. European Spine Journal 2021
---| "ranger-2016" # Ranger. 2016
---| "ranzcog" # RANZCOG. 
---| "rich-2023" # Rich. ACTRN12621000846820 2023
---| "silbernagel-2007" # Silbernagel. 2007; doi:10.1177/0363546506298279
---| "silbernagel-2011" # Silbernagel. 2011
---| "sport-integrity-australia" # Sport Integrity Australia. 
---| "tenforde-2022" # Tenforde. PMC9321712 2022
---| "thompson-2015" # Thompson. ISAKOS 2015
---| "tilley-2015" # Tilley. 2015
---| "wu-2024" # Wu. 2024; doi:10.1007/s40279-024-01993-7
---| "yusuf-2019" # Yusuf. 2019
---| "zissen-2010" # Zissen. AJR 2010; doi:10.2214/AJR.09.3674

---@alias suggestion.id
---| "ask-sports-physician" # Ask a sports and exercise physician for an opinion
---| "continue-loading" # Continue graded loading
---| "leave-scan-for-now" # Leave the scan for now and ask again if something changes
---| "request-mri" # Request an MRI
---| "request-pelvis-imaging" # Request imaging of the pelvis
---| "request-ultrasound" # Request an ultrasound

---@class clinic.settings
---@overload fun(settings: table)
---@field emergency_number string
---@field emergency_place string
---@field other_classes { home: string, strength: string }
---@field runfit { first_week: number, joining_weekday: string, name: string, nights: string[], time: string, weeks: number }
---@field same_day_contact string
---@field terms { confirmed: boolean, first: string, last: string, name: string }[]
---@field this_week_contact string
---@field time_zone string
