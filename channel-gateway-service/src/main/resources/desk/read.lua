-- Reads an agent's whole desk at one moment.
-- KEYS[1] prefix of the centre; ARGV: the agent.
-- Returns presence, its reason, a list of offers {offer, work}, a list of work {work, reply, reply, ...}.
local prefix, agent = KEYS[1], ARGV[1]
local presence = redis.call('HMGET', prefix .. 'presence:' .. agent, 'presence', 'reason')

local offers, open = {}, prefix .. 'offers-of:' .. agent
for _, id in ipairs(redis.call('SMEMBERS', open)) do
  local offer = redis.call('HGET', prefix .. 'offer:' .. id, 'json')
  if offer then
    local work = redis.call('HGET', prefix .. 'work:' .. cjson.decode(offer).workItemId, 'json')
    if work then offers[#offers + 1] = { offer, work } end
  else
    redis.call('SREM', open, id)
  end
end

local held, mine = {}, prefix .. 'work-of:' .. agent
for _, id in ipairs(redis.call('SMEMBERS', mine)) do
  local work = redis.call('HGET', prefix .. 'work:' .. id, 'json')
  if work then
    held[#held + 1] = { work, unpack(redis.call('HVALS', prefix .. 'replies:' .. id)) }
  else
    redis.call('SREM', mine, id)
  end
end

return { presence[1] or '', presence[2] or '', offers, held }
