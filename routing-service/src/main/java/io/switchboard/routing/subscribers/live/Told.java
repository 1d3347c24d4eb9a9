package io.switchboard.routing.subscribers.live;

/**
 * An event as clients see it.
 *
 * @param sequence the position among the events of the centre
 * @param type the short type, such as {@code work-offered}
 * @param json the event
 */
record Told(long sequence, String type, String json) {}
