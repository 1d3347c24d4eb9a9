package io.switchboard.sentiment.api;

/** What the API's description says of judging, with examples. A test sends them and compares. */
final class Examples {
    static final String UNDERSTAND =
            "The text is judged as the caller's tenant's messages are, by its own judge and topics, and not kept."
                    + " `reasons` are the words and rules that decided, such as `relevance:parcel`, `topic:lost`,"
                    + " `feeling:worst` or `repost`.";

    static final String UNDERSTAND_BATCH =
            "Each is judged as by `POST /api/v1/understand`; the answers are in the order of the texts, each with the"
                    + " id that came with it. All or none: when one is wrong, none is judged. A body of more than 2 MB"
                    + " is not read.";

    private static final String PARCEL = """
            "text": "Where is my parcel? It should be here since Monday", "visibility": "PUBLIC"}""";

    static final String TEXT = "{" + PARCEL;

    static final String UNDERSTANDING = """
            {"language": "en", "relevance": "QUESTION", "relevanceProbability": 0.689, "polarity": 0.0,
             "intensity": 0.0, "confidence": 0.0, "emotions": {}, "urgency": 0.2, "churnRisk": 0.0,
             "topic": "delivery", "skills": ["delivery"], "tier": "linear", "model": "rules-2+relevance-921a535e",
             "reasons": ["relevance:parcel?", "relevance:should", "relevance:is", "topic:parcel"]}""";

    static final String BATCH = "{\"texts\": [{\"id\": \"post-1\", " + PARCEL + """
            , {"id": "post-2", "text": "RT @acme our new store", "visibility": "PUBLIC"}]}""";

    static final String BATCH_UNDERSTOOD =
            "{\"understandings\": [{\"id\": \"post-1\", \"understanding\": " + UNDERSTANDING + """
            }, {"id": "post-2", "understanding":
            {"language": "en", "relevance": "CHAFF", "relevanceProbability": 0.9, "polarity": 0.0,
             "intensity": 0.0, "confidence": 0.0, "emotions": {}, "urgency": 0.0, "churnRisk": 0.0,
             "topic": "other", "skills": [], "tier": "rules", "model": "rules-2+relevance-921a535e",
             "reasons": ["repost"]}}]}""";

    private Examples() {}
}
