-- SPDX-License-Identifier: Apache-2.0
person {
  screening = { fever = true, systemically_unwell = false },
  class = { asks_for = "runfit" },
}

case "fever" { expect = answer "not-now" }
case "unwell" {
  screening = { fever = false, systemically_unwell = true },
  expect = answer "not-now",
}
case "well" { screening = { fever = false }, expect = silent }
case "fever not taken" { screening = { fever = unknown }, expect = asks "screening.fever" }
case "unwell not asked" {
  screening = { fever = false, systemically_unwell = unknown },
  expect = asks "screening.systemically_unwell",
}
