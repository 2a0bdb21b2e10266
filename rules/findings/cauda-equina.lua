-- SPDX-License-Identifier: Apache-2.0
-- Nerves at the base of the spine: the four signs, sexual change, pain in both legs, and how
-- recent they are. Unknown days count as recent; pain in both legs presumes unasked signs.

finding("four-signs", {
  says = "numbness between the legs, bladder or bowel change, or weakness in both legs",
  when = any {
    yes(screening.saddle_numbness),
    yes(screening.bladder_change),
    yes(screening.bowel_change),
    yes(screening.bilateral_leg_weakness),
  },
})

finding("recent-cauda-equina", {
  says = "the newest change began or worsened at most 14 days ago, as far as known",
  when = unless_ruled_out(screening.cauda_equina_days:at_most(14)),
})

finding("pain-in-both-legs", {
  says = "the pain has spread to both legs",
  when = complaint.radiation:is "both-legs",
})

finding("cauda-equina", {
  says = "a recent sign of cauda equina syndrome",
  when = all { finding "four-signs", finding "recent-cauda-equina" },
})

finding("cauda-equina-sexual", {
  says = "recent sexual change with pain in both legs or a sign of cauda equina syndrome",
  when = all {
    yes(screening.sexual_change),
    finding "recent-cauda-equina",
    any { finding "pain-in-both-legs", finding "four-signs" },
  },
})

finding("cauda-equina-both-legs", {
  says = "pain in both legs, with the signs of cauda equina syndrome not ruled out",
  when = all {
    finding "pain-in-both-legs",
    unless_ruled_out(any { finding "four-signs", yes(screening.sexual_change) }),
  },
})

finding("old-cauda-equina-signs", {
  says = "a sign of cauda equina syndrome, unchanged for more than 14 days",
  when = all { finding "four-signs", screening.cauda_equina_days:more_than(14) },
})

finding("both-legs", {
  says = "pain in both legs for at most 84 days, as far as known",
  when = all {
    finding "pain-in-both-legs",
    unless_ruled_out(complaint.radiation_days:at_most(84)),
  },
})

finding("old-both-legs", {
  says = "pain in both legs for more than 84 days",
  when = all { finding "pain-in-both-legs", complaint.radiation_days:more_than(84) },
})

finding("sexual-change-with-nerve-signs", {
  says = "recent sexual change with pain below the knee or nerve signs in the leg",
  when = all {
    yes(screening.sexual_change),
    finding "recent-cauda-equina",
    any { complaint.radiation:is "below-knee", finding "nerve-signs" },
  },
})

finding("sexual-change-alone", {
  says = "sexual change with none of the four signs of cauda equina syndrome",
  when = all { yes(screening.sexual_change), none { finding "four-signs" } },
})
