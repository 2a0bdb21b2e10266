-- SPDX-License-Identifier: Apache-2.0
-- For wrk: sends the lines of BODIES in turn and prints one line of JSON.
-- wrk -s post.lua URL -- BODIES [keys | LINES]
-- `keys` gives each request an Idempotency-Key of its own; a number puts that many lines into a request.

local requests, heads, tails = {}, {}, {}
local turn, keyed, prefix, sent = 0, false, "", 0

local function read_lines(name)
  local lines = {}
  for line in io.lines(name) do lines[#lines + 1] = line end
  return lines
end

local function random_prefix()
  local file = assert(io.open("/dev/urandom", "rb"))
  local bytes = file:read(12)
  file:close()
  return (bytes:gsub(".", function(byte) return ("%02x"):format(byte:byte()) end)) .. "-"
end

local function prepare_single(lines)
  local headers = { ["Content-Type"] = "application/json", ["Host"] = "127.0.0.1" }
  if keyed then headers["Idempotency-Key"] = "@key@" end
  for i, line in ipairs(lines) do
    requests[i] = wrk.format("POST", nil, headers, line)
    heads[i], tails[i] = requests[i]:match("^(.-)@key@(.*)$")
  end
end

local function prepare_batch(lines, count)
  local all = {}
  for i = 1, count do all[i] = lines[(i - 1) % #lines + 1] end
  local headers = { ["Content-Type"] = "application/x-ndjson", ["Host"] = "127.0.0.1" }
  requests[1] = wrk.format("POST", nil, headers, table.concat(all, "\n") .. "\n")
end

function init(args)
  local lines = read_lines(args[1])
  local count = tonumber(args[2])
  keyed = args[2] == "keys"
  prefix = random_prefix()
  if count then prepare_batch(lines, count) else prepare_single(lines) end
end

function request()
  turn = turn % #requests + 1
  if not keyed then return requests[turn] end
  sent = sent + 1
  return heads[turn] .. prefix .. sent .. tails[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(("{\"requests\":%d,\"seconds\":%.6f,\"bytes\":%d,\"errors\":%d,\"p50_ms\":%.3f,\"p99_ms\":%.3f}\n"):format(
    summary.requests, summary.duration / 1e6, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
