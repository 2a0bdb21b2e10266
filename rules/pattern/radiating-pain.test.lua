-- SPDX-License-Identifier: Apache-2.0
person { complaint = { radiation = "below-knee" } }

case "below the knee" { expect = answer "unlikely" }
case "both legs" { complaint = { radiation = "both-legs" }, expect = answer "unlikely" }
case "thigh" { complaint = { radiation = "thigh" }, expect = silent }
case "none" { complaint = { radiation = "none" }, expect = silent }
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
