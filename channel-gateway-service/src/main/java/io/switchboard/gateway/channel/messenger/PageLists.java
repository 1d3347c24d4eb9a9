package io.switchboard.gateway.channel.messenger;

import io.switchboard.gateway.receiving.Arrival;
import java.util.List;
import java.util.function.Consumer;

/** A part of what the Graph API can tell of a page. */
interface PageLists {
    /** Returns the channel on which it is. */
    String channel();

    /**
     * Reads what people wrote to the page.
     *
     * @param found told some at a time, oldest first within one list
     * @throws NoAnswerException when the API did not tell all of it; what was told before is so
     */
    void read(PageReader reader, String page, Window window, Consumer<List<Arrival>> found) throws NoAnswerException;
}
