-- Empties a centre's board for a repaired one, unless what is there is as new.
--   KEYS[1]  prefix of the centre's keys
--   ARGV     sequence of the repaired board, what to leave as the sequence until all of it is written, then the keys of
--            the tallies
-- Returns 1, or 0 when nothing was to be done.
local prefix = KEYS[1]
local there = tonumber(redis.call('GET', prefix .. 'sequence') or '')
if there and there >= tonumber(ARGV[1]) then
  return 0
end
for _, field in ipairs(redis.call('HKEYS', prefix .. 'counts')) do
  local queue = field:match('^queue|WAITING|(.*)$')
  if queue then
    redis.call('UNLINK', prefix .. 'waiting:' .. queue)
  end
end
redis.call('UNLINK', prefix .. 'work', prefix .. 'agents', prefix .. 'counts')
for i = 3, #ARGV do
  redis.call('UNLINK', prefix .. ARGV[i])
end
redis.call('SET', prefix .. 'sequence', ARGV[2])
return 1
