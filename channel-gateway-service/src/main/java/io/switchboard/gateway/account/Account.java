package io.switchboard.gateway.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One address of an organisation on a channel, as its file describes it.
 *
 * @param channel the channel's name, such as {@code messenger}
 * @param address the organisation's own address there: a page id, a mailbox, a widget id
 * @param tenant the organisation
 * @param centre its contact centre that answers
 * @param settings what the channel needs besides, by field; a single value is a list of one
 * @param secrets the contents of the files that fields ending in {@code File} name, by the field without that ending
 */
public record Account(
        String channel,
        String address,
        String tenant,
        String centre,
        Map<String, List<String>> settings,
        Map<String, Secret> secrets) {

    public Account {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /** Returns a setting's only value. */
    public Optional<String> setting(String field) {
        return settings(field).stream().findFirst();
    }

    /** Returns a setting's values; none when the file does not name it. */
    public List<String> settings(String field) {
        return settings.getOrDefault(field, List.of());
    }

    /**
     * Returns a setting's value.
     *
     * @throws BrokenAccountException when the file does not name it
     */
    public String required(String field) {
        return setting(field).orElseThrow(() -> new BrokenAccountException(field, "is missing"));
    }

    /**
     * Returns a setting's value as a number.
     *
     * @throws BrokenAccountException when the file does not name it or it is no number
     */
    public int requiredNumber(String field) {
        try {
            return Integer.parseInt(required(field));
        } catch (NumberFormatException e) {
            throw new BrokenAccountException(field, "is not a number");
        }
    }

    /**
     * Returns a secret.
     *
     * @throws BrokenAccountException when the file names none
     */
    public Secret secret(String field) {
        Secret secret = secrets.get(field);
        if (secret == null) {
            throw new BrokenAccountException(field + "File", "is missing");
        }
        return secret;
    }

    /** Leaves settings out: some are as good as secrets. */
    @Override
    public String toString() {
        return channel + "/" + address;
    }
}
