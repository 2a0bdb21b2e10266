-- SPDX-License-Identifier: Apache-2.0
person { running = { wants_to_run = false }, class = { asks_for = "runfit" } }

case "does not want to run" { expect = answer "other-class" }
case "wants to run" { running = { wants_to_run = true }, expect = silent }
case "not asked" {
  running = { wants_to_run = unknown },
  expect = asks "running.wants_to_run",
}
