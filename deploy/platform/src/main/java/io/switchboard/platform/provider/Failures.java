package io.switchboard.platform.provider;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Failures that a test ordered, by recipient. */
final class Failures {
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    /**
     * What a test orders.
     *
     * @param recipient whose next messages fail
     * @param status the HTTP status that they fail with
     * @param times how many fail
     */
    record Order(String recipient, int status, int times) {}

    void order(Order order) {
        orders.put(order.recipient(), order);
    }

    /** Returns the status with which this message to {@code recipient} fails; empty when it does not. */
    OptionalInt next(String recipient) {
        var status = new int[1];
        orders.computeIfPresent(recipient, (key, order) -> {
            status[0] = order.status();
            return order.times() > 1 ? new Order(key, order.status(), order.times() - 1) : null;
        });
        return status[0] == 0 ? OptionalInt.empty() : OptionalInt.of(status[0]);
    }
}
