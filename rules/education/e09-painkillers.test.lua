-- SPDX-License-Identifier: Apache-2.0
person { treatment = { considering = { "cortisone-injection" } } }

case "asks for cortisone" { expect = answer "given" }
case "asks for anti-inflammatories" {
  treatment = { considering = { "anti-inflammatories" } },
  expect = answer "given",
}
case "asks for a scan" { treatment = { considering = { "mri" } }, expect = silent }
case "asks for nothing" { treatment = { considering = unknown }, expect = silent }
