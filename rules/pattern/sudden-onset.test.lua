-- SPDX-License-Identifier: Apache-2.0
person { complaint = { onset = "sudden" } }

case "sudden" { expect = answer "unlikely" }
case "gradual" { complaint = { onset = "gradual" }, expect = silent }
case "onset not asked" { complaint = { onset = unknown }, expect = asks "complaint.onset" }
