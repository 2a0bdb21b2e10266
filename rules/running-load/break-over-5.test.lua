-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 5.1, longest_run_30d_km = 0 } }

case "5.1 km" { expect = answer "stop-and-replan" }
case "5 km" { running = { planned_run_km = 5 }, expect = silent }
case "a run in the last 30 days" {
  running = { longest_run_30d_km = 0.1 },
  expect = silent,
}
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
