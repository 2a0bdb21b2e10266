-- SPDX-License-Identifier: Apache-2.0
person { complaint = { sites = { "sit-bone", "groin" }, aggravated_by = { "running" } } }

case "groin as well" { expect = answer "possible" }
case "no groin pain" { complaint = { sites = { "sit-bone" } }, expect = silent }
case "groin without the sit bone" { complaint = { sites = { "groin" } }, expect = silent }
case "nothing aggravates it" { complaint = { aggravated_by = {} }, expect = silent }
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
