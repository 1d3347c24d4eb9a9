-- Notes how far an answer got, unless more is known already or its work is over.
-- KEYS[1] prefix of the centre; ARGV: work item, reply, state (JSON), milliseconds since 1970 it is from,
-- whether it is only pending, seconds to keep.
-- Returns 1 when it was noted.
local prefix, id, reply, at = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[4])
if redis.call('EXISTS', prefix .. 'work:' .. id) == 0 then return 0 end
local key, times = prefix .. 'replies:' .. id, prefix .. 'reply-times:' .. id
local known = redis.call('HGET', times, reply)
if known and (ARGV[5] == 'true' or tonumber(known) > at) then return 0 end
redis.call('HSET', key, reply, ARGV[3])
-- A settled answer always outweighs a pending one, whatever the clocks of two machines say.
redis.call('HSET', times, reply, ARGV[5] == 'true' and '0' or ARGV[4])
redis.call('EXPIRE', key, tonumber(ARGV[6]))
redis.call('EXPIRE', times, tonumber(ARGV[6]))
return 1
