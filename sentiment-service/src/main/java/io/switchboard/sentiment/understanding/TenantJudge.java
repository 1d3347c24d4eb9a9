package io.switchboard.sentiment.understanding;

/**
 * What a tenant has of its own in the judge.
 *
 * @param topics what texts are about
 * @param relevance tells what needs an answer
 */
public record TenantJudge(Topics topics, RelevanceHead relevance) {}
