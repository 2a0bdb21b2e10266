-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 13.1, longest_run_30d_km = 10 } }

case "13.1 after 10" { expect = answer "strong-caution" }
case "13 after 10" { running = { planned_run_km = 13 }, expect = silent }
case "exactly 30 % longer in decimals" {
  running = { planned_run_km = 9.1, longest_run_30d_km = 7 },
  expect = silent,
}
case "20 after 10" { running = { planned_run_km = 20 }, expect = answer "strong-caution" }
case "20.1 after 10" { running = { planned_run_km = 20.1 }, expect = silent }
case "longest 0 is another rule" { running = { longest_run_30d_km = 0 }, expect = silent }
case "longest 0.1" {
  running = { planned_run_km = 0.2, longest_run_30d_km = 0.1 },
  expect = answer "strong-caution",
}
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
