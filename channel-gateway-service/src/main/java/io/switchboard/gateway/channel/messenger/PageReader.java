package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.gateway.account.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One look at what the Graph API tells of one page: lists in parts, and an end to them. Blocks. */
final class PageReader {
    private static final Logger LOG = Logger.getLogger(PageReader.class);
    /** Far more than pages need; a list that never ends must not hold up the other pages. */
    private static final int MOST_CALLS = 400;

    private final GraphReader graph;
    private final Account page;
    private int calls;

    PageReader(GraphReader graph, Account page) {
        this.graph = graph;
        this.page = page;
    }

    /** Told one part of a list after the other. */
    @FunctionalInterface
    interface Parts {
        /** Takes a part; returns whether the next one is wanted. */
        boolean take(List<JsonNode> part) throws NoAnswerException;
    }

    /** Reads a list of the page itself. */
    void read(String edge, Map<String, String> query, Parts parts) throws NoAnswerException {
        rest(call(page.address(), edge, query), page.address(), edge, query, parts);
    }

    /**
     * Reads a list inside another one, whose first part came along. The API may not tell of the later parts what it tells of
     * the first: then they are left out.
     */
    void readInner(JsonNode owner, String edge, Map<String, String> query, Parts parts) throws NoAnswerException {
        JsonNode first = owner.path(edge);
        String node = owner.path("id").asText();
        if (!first.path("data").isArray()) {
            // There is no such list when nothing is in it.
            return;
        }
        try {
            rest(first, node, edge, query, parts);
        } catch (NoAnswerException e) {
            if (!e.isRefusal()) {
                throw e;
            }
            LOG.warnf("page %s: the older %s of one conversation are not told", page, edge);
        }
    }

    private void rest(JsonNode first, String node, String edge, Map<String, String> query, Parts parts)
            throws NoAnswerException {
        JsonNode list = first;
        while (true) {
            if (!list.path("data").isArray()) {
                throw NoAnswerException.unreadable();
            }
            boolean goOn = parts.take(list.path("data").valueStream().toList());
            Optional<String> after = next(list.path("paging"));
            if (!goOn || after.isEmpty()) {
                return;
            }
            Map<String, String> further = new HashMap<>(query);
            further.put("after", after.get());
            list = call(node, edge, further);
        }
    }

    /** The link to the next part holds the token and may lead anywhere: the cursor beside it says the same. */
    private static Optional<String> next(JsonNode paging) throws NoAnswerException {
        if (!paging.path("next").isTextual()) {
            return Optional.empty();
        }
        String after = paging.path("cursors").path("after").asText();
        if (after.isEmpty()) {
            throw NoAnswerException.unreadable();
        }
        return Optional.of(after);
    }

    private JsonNode call(String node, String edge, Map<String, String> query) throws NoAnswerException {
        if (++calls > MOST_CALLS) {
            throw NoAnswerException.tooMuch();
        }
        return graph.get(MessengerAccounts.pageToken(page), node, edge, query);
    }
}
