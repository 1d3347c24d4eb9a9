-- Writes what one routing event changes. One script, so that a crash leaves no half of it.
-- KEYS[1] prefix of the centre; ARGV: sequence of the event, the change (JSON), seconds to keep open work,
-- seconds to remember what is over.
-- Returns which parts are as the event says (1 work, 2 offer, 4 presence) and who holds the work.
local prefix, sequence, change = KEYS[1], tonumber(ARGV[1]), cjson.decode(ARGV[2])
local keep, remember = tonumber(ARGV[3]), tonumber(ARGV[4])

-- An equal sequence is the same event again: writing it twice is harmless, and its notice may have been lost.
local function current(entity, seconds)
  local key = prefix .. 'seen:' .. entity
  if tonumber(redis.call('GET', key) or '0') > sequence then return false end
  redis.call('SET', key, ARGV[1], 'EX', seconds)
  return true
end

local parts, holder = 0, ''

local work = change.work
if work and current('work:' .. work.id, work.json and keep or remember) then
  parts = parts + 1
  local key = prefix .. 'work:' .. work.id
  holder = redis.call('HGET', key, 'agent') or ''
  if work.holder and work.holder ~= holder then
    if holder ~= '' then redis.call('SREM', prefix .. 'work-of:' .. holder, work.id) end
    holder = work.holder
  end
  if work.json then
    redis.call('HSET', key, 'json', work.json, 'agent', holder)
    redis.call('EXPIRE', key, keep)
    if holder ~= '' then redis.call('SADD', prefix .. 'work-of:' .. holder, work.id) end
  else
    redis.call('DEL', key, prefix .. 'replies:' .. work.id, prefix .. 'reply-times:' .. work.id)
  end
end

local offer = change.offer
if offer and current('offer:' .. offer.id, offer.json and keep or remember) then
  parts = parts + 2
  local key, open = prefix .. 'offer:' .. offer.id, prefix .. 'offers-of:' .. offer.agent
  if offer.json then
    redis.call('HSET', key, 'json', offer.json, 'agent', offer.agent)
    redis.call('EXPIREAT', key, offer.expiresAtSecond + remember)
    redis.call('SADD', open, offer.id)
  else
    redis.call('DEL', key)
    redis.call('SREM', open, offer.id)
  end
end

local presence = change.presence
if presence and current('presence:' .. presence.agent, keep) then
  parts = parts + 4
  local key = prefix .. 'presence:' .. presence.agent
  redis.call('HSET', key, 'presence', presence.presence, 'reason', presence.reason or '')
end

return { parts, holder }
