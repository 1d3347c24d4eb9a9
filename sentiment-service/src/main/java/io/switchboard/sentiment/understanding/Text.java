package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Visibility;

/**
 * What there is to judge.
 *
 * @param said any text, an empty one too
 * @param visibility who else can read it; only public texts can be judged chaff
 * @param tenant who judges
 */
public record Text(String said, Visibility visibility, TenantJudge tenant) {}
