-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 11, longest_run_30d_km = 10 } }

case "11 after 10, exactly 10 % longer" { expect = answer "within-limits" }
case "17.6 after 16, exactly 10 % longer" {
  running = { planned_run_km = 17.6, longest_run_30d_km = 16 },
  expect = answer "within-limits",
}
case "11.1 after 10" { running = { planned_run_km = 11.1 }, expect = silent }
case "a shorter run" { running = { planned_run_km = 4 }, expect = answer "within-limits" }
case "longest 0 is another rule" { running = { longest_run_30d_km = 0 }, expect = silent }
case "longest 1" {
  running = { planned_run_km = 1, longest_run_30d_km = 1 },
  expect = answer "within-limits",
}
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
case "not final while a red flag is open, but given" {
  expect = decides { ["running-load"] = "within-limits" },
}
case "longest 0.1" {
  running = { planned_run_km = 0.1, longest_run_30d_km = 0.1 },
  expect = answer "within-limits",
}
