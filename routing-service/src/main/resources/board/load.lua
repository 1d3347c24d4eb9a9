-- Returns what measuring a centre remembers: the sequence ('' for none), work and agents as fields and values.
--   KEYS[1]  prefix of the centre's keys
local prefix = KEYS[1]
return {
  redis.call('GET', prefix .. 'sequence') or '',
  redis.call('HGETALL', prefix .. 'work'),
  redis.call('HGETALL', prefix .. 'agents'),
}
