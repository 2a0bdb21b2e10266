-- SPDX-License-Identifier: Apache-2.0
-- What the gardener sets.
clinic { time_zone = "Australia/Melbourne", litres_per_square_metre = 10 }
