package io.switchboard.routing.subscribers;

import io.switchboard.routing.subscribers.DeliveryLog.Logged;
import io.switchboard.routing.subscribers.Duties.Pause;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over this door. */
final class SubscriptionViews {
    private SubscriptionViews() {}

    /**
     * What is asked for.
     *
     * @param url where to; https
     * @param types short types such as {@code work-offered}; none: all
     */
    @Schema(name = "NewSubscription")
    record Asked(
            @NotBlank String url,
            @Size(max = 100) @Nullable List<@NotBlank String> types,
            @Size(max = 500) @Nullable String description) {

        List<String> wanted() {
            return types == null ? List.of() : types.stream().distinct().toList();
        }
    }

    /** How a subscription is. */
    enum State {
        ACTIVE,
        /** Nothing is sent, by its owner's wish. */
        PAUSED,
        /** Nothing is sent: the subscriber answered 410. */
        GONE,
        /** The subscriber does not answer; it is asked now and then. */
        DOWN
    }

    /**
     * A subscription.
     *
     * @param failingSince the first failure since the last success
     * @param nextTry when a subscriber that is down is asked again
     */
    @Schema(name = "Subscription")
    record Shown(
            UUID id,
            String url,
            List<String> types,
            @Nullable String description,
            String createdBy,
            Instant createdAt,
            State state,
            @Nullable Instant failingSince,
            @Nullable Instant nextTry) {

        static Shown of(Subscription it) {
            State state = state(it);
            return new Shown(
                    it.id(),
                    it.url(),
                    it.types(),
                    it.description(),
                    it.createdBy(),
                    it.createdAt(),
                    state,
                    it.standing().failingSince(),
                    state == State.DOWN ? it.standing().probeAt() : null);
        }

        private static State state(Subscription it) {
            if (it.paused() != null) {
                return it.paused() == Pause.GONE ? State.GONE : State.PAUSED;
            }
            return it.standing().down() ? State.DOWN : State.ACTIVE;
        }
    }

    /** A subscription with its secret, which is shown this one time. */
    @Schema(name = "SubscriptionWithSecret")
    record WithSecret(Shown subscription, String secret) {
        static WithSecret of(Subscriptions.Made made) {
            return new WithSecret(Shown.of(made.subscription()), made.secret().shown());
        }
    }

    /** Every subscription of a centre, the oldest first. */
    @Schema(name = "Subscriptions")
    record All(List<Shown> subscriptions) {}

    /**
     * Deliveries, the newest first.
     *
     * @param next what to give as {@code before} for the next page, null: there is none
     */
    @Schema(name = "Deliveries")
    record Page(List<Logged> deliveries, @Nullable Long next) {
        static Page of(List<Logged> found, int limit) {
            return new Page(
                    found, found.size() < limit ? null : (Long) found.getLast().id());
        }
    }

    /** How many are sent again. */
    @Schema(name = "Redelivery")
    record Again(int again) {}

    /** The test event that is sent. */
    @Schema(name = "TestEvent")
    record Tested(String eventId) {}
}
