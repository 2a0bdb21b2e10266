-- SPDX-License-Identifier: Apache-2.0
person { complaint = { sites = { "groin", "low-back" } } }

case "groin and low back" { expect = answer "unlikely" }
case "nowhere" { complaint = { sites = {} }, expect = answer "unlikely" }
case "sit bone as well" { complaint = { sites = { "groin", "sit-bone" } }, expect = silent }
case "buttock" { complaint = { sites = { "buttock" } }, expect = silent }
case "back of the thigh" { complaint = { sites = { "posterior-thigh" } }, expect = silent }
case "outer hip" { complaint = { sites = { "lateral-hip" } }, expect = answer "unlikely" }
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
