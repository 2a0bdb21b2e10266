-- SPDX-License-Identifier: Apache-2.0
-- The first decision, which all others give way to. Nothing here reassures: `none` speaks only
-- of what was asked.

decision "referral" {
  question  = "How soon must a doctor see this person?",
  answers   = { "emergency", "same-day", "this-week", "gp-review" },
  otherwise = "none",

  texts = {
    emergency = {
      title     = "Emergency department now",
      clinician =
        "Send this person to {clinic.emergency_place} now, or call " ..
        "{clinic.emergency_number} if travel is unsafe. Phone ahead, hand over the " ..
        "reasons below, and stay with them until they leave. No exercise, testing or " ..
        "treatment today.",
      patient   =
        "Please go to {clinic.emergency_place} now, or call {clinic.emergency_number}. " ..
        "Take somebody with you and show them this page. Your hamstring can wait until " ..
        "you have been seen.",
    },
    ["same-day"] = {
      title     = "A doctor today",
      clinician =
        "Phone a doctor today, while this person is with you: the service named in the " ..
        "reasons below, else their GP or the on-call team. Write down whom you reached " ..
        "and when. If nobody can be reached today, send them to {clinic.emergency_place}. " ..
        "No loading and no class until a doctor has advised.",
      patient   =
        "Please speak to a doctor today. Phone {clinic.same_day_contact}. If you can't " ..
        "reach anybody, or you get worse, go to {clinic.emergency_place} or call " ..
        "{clinic.emergency_number}. Leave training until you have been advised.",
    },
    ["this-week"] = {
      title     = "A doctor this week",
      clinician =
        "Refer this person to {clinic.this_week_contact}, to be seen within 7 days, with " ..
        "a letter that names the reasons below and the imaging asked for. Agree who " ..
        "books, and check within the week that it has happened.",
      patient   =
        "Please see {clinic.this_week_contact} within the next 7 days. Take this page " ..
        "along. If you get worse before then, phone a doctor the same day; if it comes on " ..
        "suddenly or grows severe, call {clinic.emergency_number}.",
    },
    ["gp-review"] = {
      title     = "GP review in the next weeks",
      clinician =
        "Consider writing to the GP or a sports physician for a review within 2 to 4 " ..
        "weeks, or within a week where a reason below says so. Physiotherapy may go on " ..
        "as the other answers say.",
      patient   =
        "Please see your GP or a sports physician in the next 2 to 4 weeks, or within a " ..
        "week where it says so below. Your exercises may go on meanwhile, as we agreed.",
    },
    none = {
      title     = "No red flag among those asked",
      clinician =
        "There is no red flag among those asked. Physiotherapy care fits. Ask again when " ..
        "the picture changes, after an event, or if it does not improve as expected.",
      patient   =
        "There is no red flag among those we asked about. Tell us when something new " ..
        "turns up: numbness between your legs, a change in bladder or bowel, weakness, " ..
        "fever, night pain or pain in the groin.",
    },
    undetermined = {
      title     = "Red flags not yet excluded",
      clinician =
        "Red flags are not yet excluded: some have not been asked about. Ask the " ..
        "questions listed, those for the emergency answers first, before anything else is " ..
        "decided.",
      patient   =
        "We have a few more questions before we can say whether you should see a doctor. " ..
        "If anything worries you meanwhile, phone {clinic.same_day_contact}, or in an " ..
        "emergency call {clinic.emergency_number}.",
    },
  },
}
