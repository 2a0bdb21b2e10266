-- SPDX-License-Identifier: Apache-2.0
person { complaint = { sites = { "sit-bone" }, aggravated_by = { "sitting", "walking" } } }

case "walking as well" { expect = answer "possible" }
case "no walking pain" { complaint = { aggravated_by = { "sitting" } }, expect = silent }
case "walking only" { complaint = { aggravated_by = { "walking" } }, expect = silent }
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
