-- SPDX-License-Identifier: Apache-2.0
-- What this clinic edits: whom to call, when the classes run, and the school terms they follow.

clinic {
  -- The number for an ambulance, as people here dial it.
  emergency_number = "000",

  -- Whom people are told to reach, as the words follow "phone" and "see" in a sentence.
  emergency_place   = "the nearest hospital emergency department",
  same_day_contact  = "your GP or, if the practice is closed, an after-hours doctor service",
  this_week_contact = "your GP or a sports and exercise physician",

  -- Days are counted here. Rules read no other clock than the day of the assessment.
  time_zone = "Australia/Melbourne",

  -- The running class. Week 1 of a term is the Monday-to-Sunday week that holds the term's
  -- first day; a course starts on the Monday of week `first_week` and can be joined up to and
  -- including that week's `joining_weekday`.
  runfit = {
    name            = "RunFit",
    nights          = { "monday", "tuesday" },
    time            = "19:00-20:00",
    weeks           = 8,
    first_week      = 2,
    joining_weekday = "tuesday",
  },

  -- What is offered instead of, or before, the running class.
  other_classes = {
    strength = "gentle strength class",
    home     = "home program",
  },

  -- School terms in Victoria, first and last day, in order. `confirmed = false` until somebody
  -- has checked the dates. With no dates left, class answers stand without a date.
  terms = {
    { name = "Term 1 2026", first = "2026-01-27", last = "2026-04-02", confirmed = true },
    { name = "Term 2 2026", first = "2026-04-20", last = "2026-06-26", confirmed = true },
    { name = "Term 3 2026", first = "2026-07-13", last = "2026-09-18", confirmed = true },
    { name = "Term 4 2026", first = "2026-10-05", last = "2026-12-18", confirmed = true },
    { name = "Term 1 2027", first = "2027-01-27", last = "2027-03-25", confirmed = false },
    { name = "Term 2 2027", first = "2027-04-12", last = "2027-06-25", confirmed = false },
    { name = "Term 3 2027", first = "2027-07-12", last = "2027-09-17", confirmed = false },
    { name = "Term 4 2027", first = "2027-10-04", last = "2027-12-17", confirmed = false },
  },
}
