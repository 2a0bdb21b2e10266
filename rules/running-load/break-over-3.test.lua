-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 3.1, longest_run_30d_km = 0 } }

case "3.1 km" { expect = answer "strong-caution" }
case "3 km" { running = { planned_run_km = 3 }, expect = silent }
case "5 km" { running = { planned_run_km = 5 }, expect = answer "strong-caution" }
case "5.1 km" { running = { planned_run_km = 5.1 }, expect = silent }
case "a run in the last 30 days" {
  running = { longest_run_30d_km = 0.1 },
  expect = silent,
}
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
