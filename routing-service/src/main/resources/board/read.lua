-- Returns what is on a centre's board, all of the same moment: agents, counts, the tallies asked for, each as fields and
-- values; then queue and arrival of what waits there for longest; then the sequence ('' for none).
--   KEYS[1]  prefix of the centre's keys
--   ARGV     keys of tallies
local prefix = KEYS[1]
local counts = redis.call('HGETALL', prefix .. 'counts')
local tallies, oldest = {}, {}
for i = 1, #ARGV do
  tallies[i] = redis.call('HGETALL', prefix .. ARGV[i])
end
for i = 1, #counts, 2 do
  local queue = counts[i]:match('^queue|WAITING|(.*)$')
  if queue then
    local first = redis.call('ZRANGE', prefix .. 'waiting:' .. queue, 0, 0, 'WITHSCORES')
    if first[2] then
      oldest[#oldest + 1] = queue
      oldest[#oldest + 1] = first[2]
    end
  end
end
return {
  redis.call('HGETALL', prefix .. 'agents'),
  counts,
  tallies,
  oldest,
  redis.call('GET', prefix .. 'sequence') or '',
}
