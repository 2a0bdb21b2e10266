-- SPDX-License-Identifier: Apache-2.0
person { complaint = { sites = { "sit-bone" }, aggravated_by = { "running" } } }

case "running" { expect = answer "possible" }
case "sitting" { complaint = { aggravated_by = { "sitting" } }, expect = answer "possible" }
case "hills" { complaint = { aggravated_by = { "hills" } }, expect = answer "possible" }
case "sprinting" { complaint = { aggravated_by = { "sprinting" } }, expect = answer "possible" }
case "driving" { complaint = { aggravated_by = { "driving" } }, expect = answer "possible" }
case "lunging" { complaint = { aggravated_by = { "lunging" } }, expect = answer "possible" }
case "squatting" { complaint = { aggravated_by = { "squatting" } }, expect = answer "possible" }
case "bending" { complaint = { aggravated_by = { "bending" } }, expect = answer "possible" }
case "lifting" { complaint = { aggravated_by = { "lifting" } }, expect = answer "possible" }
case "stairs" { complaint = { aggravated_by = { "stairs" } }, expect = answer "possible" }
case "walking and stretching don't count" {
  complaint = { aggravated_by = { "walking", "stretching" } },
  expect = silent,
}
case "nothing aggravates it" { complaint = { aggravated_by = {} }, expect = silent }
case "buttock only" { complaint = { sites = { "buttock" } }, expect = silent }
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "aggravators not asked" {
  complaint = { aggravated_by = unknown },
  expect = asks "complaint.aggravated_by",
}
