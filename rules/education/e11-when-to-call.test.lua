-- SPDX-License-Identifier: Apache-2.0
person { complaint = { sites = { "sit-bone" } } }

case "pain somewhere" { expect = answer "given" }
case "pain nowhere" { complaint = { sites = {} }, expect = silent }
case "not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "the whole decision" { expect = decides { education = "given" } }
