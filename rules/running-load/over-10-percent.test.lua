-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 11.1, longest_run_30d_km = 10 } }

case "11.1 after 10" { expect = answer "caution" }
case "11 after 10" { running = { planned_run_km = 11 }, expect = silent }
case "17.6 after 16 is exactly 10 % longer" {
  running = { planned_run_km = 17.6, longest_run_30d_km = 16 },
  expect = silent,
}
case "13 after 10" { running = { planned_run_km = 13 }, expect = answer "caution" }
case "13.1 after 10" { running = { planned_run_km = 13.1 }, expect = silent }
case "longest 0 is another rule" { running = { longest_run_30d_km = 0 }, expect = silent }
case "longest 1" {
  running = { planned_run_km = 1.2, longest_run_30d_km = 1 },
  expect = answer "caution",
}
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
case "longest 0.1" {
  running = { planned_run_km = 0.12, longest_run_30d_km = 0.1 },
  expect = answer "caution",
}
