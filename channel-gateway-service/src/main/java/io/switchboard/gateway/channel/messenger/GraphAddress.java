package io.switchboard.gateway.channel.messenger;

/** Where the version of the Graph API is that this channel speaks. */
final class GraphAddress {
    private static final String VERSION = "/v23.0/";

    private GraphAddress() {}

    /** Returns the address that paths follow, with a slash at its end. */
    static String of(GraphConfig config) {
        String url = config.url().toString();
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + VERSION;
    }
}
