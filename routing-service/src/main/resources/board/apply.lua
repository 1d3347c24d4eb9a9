-- Applies one event to a centre's board, unless it was applied before.
--   KEYS[1]  prefix of the centre's keys, with a hash tag so that a cluster keeps them together
--   ARGV     sequence, kind, then: placed: work, place, queue, agent, arrival | again: work | finished: work
--            | present: agent, presence | nothing
-- Keys: <prefix>sequence, <prefix>work (work -> place|arrival|agent|queue), <prefix>counts (place|queue or
-- place/agent -> number), <prefix>agents (agent -> presence), <prefix>waiting:<queue> (work by arrival)
local prefix, sequence, kind = KEYS[1], tonumber(ARGV[1]), ARGV[2]
local last = tonumber(redis.call('GET', prefix .. 'sequence') or '0')
if sequence <= last then
  return 0
end

local function count(field, by)
  if redis.call('HINCRBY', prefix .. 'counts', field, by) <= 0 then
    redis.call('HDEL', prefix .. 'counts', field)
  end
end

local function change(place, queue, agent, work, arrival, by)
  if place == 'waiting' then
    if by > 0 then
      redis.call('ZADD', prefix .. 'waiting:' .. queue, arrival, work)
    else
      redis.call('ZREM', prefix .. 'waiting:' .. queue, work)
    end
  end
  count(place .. '|' .. queue, by)
  if agent ~= '' then
    count(place .. '/' .. agent, by)
  end
end

local function take(work)
  local was = redis.call('HGET', prefix .. 'work', work)
  if not was then
    return nil
  end
  local place, arrival, agent, queue = was:match('^([^|]*)|([^|]*)|([^|]*)|(.*)$')
  change(place, queue, agent, work, arrival, -1)
  redis.call('HDEL', prefix .. 'work', work)
  return queue, arrival
end

local function put(work, place, queue, agent, arrival)
  redis.call('HSET', prefix .. 'work', work, place .. '|' .. arrival .. '|' .. agent .. '|' .. queue)
  change(place, queue, agent, work, arrival, 1)
end

if kind == 'placed' then
  take(ARGV[3])
  put(ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7])
elseif kind == 'again' then
  local queue, arrival = take(ARGV[3])
  if queue then
    put(ARGV[3], 'waiting', queue, '', arrival)
  end
elseif kind == 'finished' then
  take(ARGV[3])
elseif kind == 'present' then
  redis.call('HSET', prefix .. 'agents', ARGV[3], ARGV[4])
end
redis.call('SET', prefix .. 'sequence', sequence)
return 1
