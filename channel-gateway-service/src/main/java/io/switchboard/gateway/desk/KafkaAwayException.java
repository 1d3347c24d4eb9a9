package io.switchboard.gateway.desk;

/** Kafka did not acknowledge in time: nobody knows whether it has what the agent did, so the agent should try again. */
public final class KafkaAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaAwayException(Throwable cause) {
        super("Kafka did not acknowledge in time", cause);
    }
}
