-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = {
    sites = { "sit-bone" },
    aggravated_by = { "sitting" },
    sitting_minutes_to_pain = 60,
  },
}

case "sitting hurts" { expect = answer "given" }
case "only running hurts" { complaint = { aggravated_by = { "running" } }, expect = silent }
case "pain after 29 minutes" {
  complaint = { aggravated_by = {}, sitting_minutes_to_pain = 29 },
  expect = answer "given",
}
case "pain after 30 minutes" {
  complaint = { aggravated_by = {}, sitting_minutes_to_pain = 30 },
  expect = silent,
}
case "pain at the knee" { complaint = { sites = { "knee" } }, expect = silent }
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "driving hurts" { complaint = { aggravated_by = { "driving" } }, expect = answer "given" }
case "stretching hurts" { complaint = { aggravated_by = { "stretching" } }, expect = answer "given" }
case "lunging hurts" { complaint = { aggravated_by = { "lunging" } }, expect = answer "given" }
case "squatting hurts" { complaint = { aggravated_by = { "squatting" } }, expect = answer "given" }
case "bending hurts" { complaint = { aggravated_by = { "bending" } }, expect = answer "given" }
