-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { rest_pain = 2 },
  screening = { unexplained_weight_loss = true },
}

case "weight lost without meaning to" { expect = answer "specialist-decides" }
case "no weight loss" { screening = { unexplained_weight_loss = false }, expect = silent }
case "rest pain 7" {
  complaint = { rest_pain = 7 },
  screening = { unexplained_weight_loss = false },
  expect = answer "specialist-decides",
}
case "rest pain 6" {
  complaint = { rest_pain = 6 },
  screening = { unexplained_weight_loss = false },
  expect = silent,
}
case "weight not asked" {
  screening = { unexplained_weight_loss = unknown },
  expect = asks "screening.unexplained_weight_loss",
}
case "rest pain not asked" {
  complaint = { rest_pain = unknown },
  screening = { unexplained_weight_loss = false },
  expect = asks "complaint.rest_pain",
}
