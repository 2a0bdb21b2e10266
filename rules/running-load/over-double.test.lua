-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 20.1, longest_run_30d_km = 10 } }

case "20.1 after 10" { expect = answer "stop-and-replan" }
case "20 after 10" { running = { planned_run_km = 20 }, expect = silent }
case "exactly double in decimals" {
  running = { planned_run_km = 0.6, longest_run_30d_km = 0.3 },
  expect = silent,
}
case "longest 0 is another rule" { running = { longest_run_30d_km = 0 }, expect = silent }
case "longest 0.1" { running = { longest_run_30d_km = 0.1 }, expect = answer "stop-and-replan" }
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
