-- SPDX-License-Identifier: Apache-2.0
person { complaint = { after_cool_down = "worse" } }

case "worse afterwards" { expect = answer "given" }
case "the same afterwards" { complaint = { after_cool_down = "same" }, expect = silent }
case "the same, in rehabilitation" {
  complaint = { after_cool_down = "same" },
  rehab = { stage = 2 },
  expect = answer "given",
}
case "not asked" {
  complaint = { after_cool_down = unknown },
  expect = asks "complaint.after_cool_down",
}
