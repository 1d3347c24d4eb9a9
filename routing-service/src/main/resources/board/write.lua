-- Writes what one event changed of a centre's board, or a piece of a repaired board; all of it or nothing.
--   KEYS[1]  prefix of the centre's keys, with a hash tag so that a cluster keeps them together
--   ARGV     the sequence that must be there ('' for none), the sequence to leave, then for each write:
--            operation, key, field, value
-- Returns 1, or 0 when another sequence is there: somebody else wrote, or Redis lost something.
local prefix = KEYS[1]
if (redis.call('GET', prefix .. 'sequence') or '') ~= ARGV[1] then
  return 0
end
for i = 3, #ARGV, 4 do
  local operation, key, field, value = ARGV[i], prefix .. ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  if operation == 'put' then
    redis.call('HSET', key, field, value)
  elseif operation == 'drop' then
    redis.call('HDEL', key, field)
  elseif operation == 'add' then
    redis.call('HINCRBY', key, field, value)
  elseif operation == 'count' then
    if redis.call('HINCRBY', key, field, value) == 0 then
      redis.call('HDEL', key, field)
    end
  elseif operation == 'greatest' then
    if tonumber(value) > tonumber(redis.call('HGET', key, field) or '0') then
      redis.call('HSET', key, field, value)
    end
  elseif operation == 'enter' then
    redis.call('ZADD', key, value, field)
  elseif operation == 'leave' then
    redis.call('ZREM', key, field)
  elseif operation == 'expire' then
    redis.call('EXPIRE', key, value)
  else
    return redis.error_reply('no such operation: ' .. operation)
  end
end
redis.call('SET', prefix .. 'sequence', ARGV[2])
return 1
