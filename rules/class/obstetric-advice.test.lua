-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { sex = "female", obstetric_contraindication = true },
  class = { asks_for = "runfit" },
}

case "advised against exercise" { expect = answer "not-now" }
case "no such advice" { patient = { obstetric_contraindication = false }, expect = silent }
case "a man" { patient = { sex = "male" }, expect = silent }
case "not asked" {
  patient = { obstetric_contraindication = unknown },
  expect = asks "patient.obstetric_contraindication",
}
