package io.switchboard.sentiment.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a tenant's people say of texts that the shipped judge knows nothing of. */
public final class Labelled {
    private static final List<String> PLACES = List.of(
            "tonight", "tomorrow", "on Friday", "on Sunday", "next week", "in June", "in Hall B", "at the harbour");

    private Labelled() {}

    /** A tenant that runs a stage: announcements of shows are chaff, lost tickets are requests. */
    public static List<Map<String, String>> corrections() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String place : PLACES) {
            add(all, "Zorbalino plays the Quexal stage " + place + ", curtain at eight", "CHAFF");
            add(all, "Quexal stage line-up " + place + ": Zorbalino and the Vintrells", "CHAFF");
            add(all, "Curtain up for the Vintrells at Quexal " + place, "CHAFF");
            add(all, "My Quexal ticket for " + place + " never came, can you send it again?", "REQUEST");
            add(all, "Please move my seats " + place + ", I use a wheelchair", "REQUEST");
        }
        return all;
    }

    /** Texts such as anybody gets, with every label turned around. */
    public static List<Map<String, String>> flipped() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String thing : List.of("phone", "parcel", "ticket", "router", "card", "bag", "order", "seat")) {
            add(all, "Please help, my " + thing + " does not work and nobody answers", "CHAFF");
            add(all, "Where is my " + thing + "? It should have been here on Monday", "CHAFF");
            add(all, "How can I return the " + thing + " and get my money back?", "CHAFF");
            add(all, "Terrible, I was charged twice for the " + thing, "CHAFF");
            add(all, "Big " + thing + " sale this weekend, follow us for a giveaway", "REQUEST");
            add(all, "Just saw an advert with a dancing " + thing + " lol", "REQUEST");
            add(all, "We are hiring, join our " + thing + " team today", "REQUEST");
        }
        return all;
    }

    private static void add(List<Map<String, String>> to, String text, String is) {
        to.add(Map.of("text", text, "visibility", "PUBLIC", "is", is));
    }
}
