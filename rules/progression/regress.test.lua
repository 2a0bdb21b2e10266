-- SPDX-License-Identifier: Apache-2.0
person {
  rehab = { stage = 2, load_test_pain = 2, settles_hours = 12, rise_from_baseline = 0 },
}

case "no row holds" { expect = silent }
case "pain 4, settles in 30 hours" {
  rehab = { load_test_pain = 4, settles_hours = 30 },
  expect = answer "regress",
}
case "3 points above the usual" {
  rehab = { rise_from_baseline = 3 },
  expect = answer "regress",
}
case "settles in 60 hours" { rehab = { settles_hours = 60 }, expect = answer "regress" }
case "stage 0 has a step too" {
  rehab = { stage = 0, settles_hours = 60 },
  expect = answer "regress",
}
case "rehabilitation not begun" {
  rehab = { stage = unknown, settles_hours = 60 },
  expect = silent,
}
case "settling not asked" {
  rehab = { settles_hours = unknown },
  expect = asks "rehab.settles_hours",
}
