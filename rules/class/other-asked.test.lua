-- SPDX-License-Identifier: Apache-2.0
person { class = { asks_for = "other" } }

case "asks for another class" { expect = answer "other-class" }
case "asks for the running class" { class = { asks_for = "runfit" }, expect = silent }
