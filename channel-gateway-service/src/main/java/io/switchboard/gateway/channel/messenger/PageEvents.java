package io.switchboard.gateway.channel.messenger;

import io.switchboard.gateway.channel.messenger.GraphNotification.Entry;
import java.util.ArrayList;
import java.util.List;

/** Translates a webhook body about pages into what customers said. Pure: no clock, no network. */
final class PageEvents {
    private static final String PAGES = "page";

    private PageEvents() {}

    /** Returns what the body holds, in its order. */
    static List<Finding> in(GraphNotification body) {
        List<Finding> findings = new ArrayList<>();
        List<Entry> entries = body.entry() == null ? List.of() : body.entry();
        for (Entry entry : entries) {
            if (entry == null || entry.id() == null) {
                findings.add(new Finding.Ignored("none", PrivateMessages.CHANNEL, "no-page"));
            } else if (!PAGES.equals(body.object())) {
                findings.add(new Finding.Ignored(entry.id(), PrivateMessages.CHANNEL, "other-object"));
            } else {
                add(entry, entry.id(), findings);
            }
        }
        return findings;
    }

    private static void add(Entry entry, String page, List<Finding> findings) {
        if (entry.messaging() != null) {
            entry.messaging().forEach(each -> findings.add(PrivateMessages.find(page, each)));
        }
        if (entry.standby() != null) {
            // Another app of the page has the conversation at the moment.
            entry.standby().forEach(_ -> findings.add(new Finding.Ignored(page, PrivateMessages.CHANNEL, "standby")));
        }
        if (entry.changes() != null) {
            entry.changes().forEach(change -> findings.add(PublicPosts.find(page, entry.time(), change)));
        }
    }
}
