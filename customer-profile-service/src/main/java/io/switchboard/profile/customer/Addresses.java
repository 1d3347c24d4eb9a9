package io.switchboard.profile.customer;

import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the address behind a handle, knowing in which country a centre is at home. */
@ApplicationScoped
public class Addresses {
    private final AddressConfig config;

    Addresses(AddressConfig config) {
        this.config = config;
    }

    /** Returns the address a message came from. */
    public Address of(Message message) {
        return of(message.tenant(), message.centre(), message.channel(), message.account(), message.handle());
    }

    /** Returns the address a reply goes to. */
    public Address of(ReplyRequested reply) {
        return of(reply.tenant(), reply.centre(), reply.channel(), reply.account(), reply.handle());
    }

    /** Returns the address behind a handle. */
    public Address of(String tenant, String centre, String channel, String account, String handle) {
        return Address.of(channel, account, handle, region(tenant, centre));
    }

    /** Returns an address as another system states it; empty when it can't be one. */
    public Optional<Address> stated(String tenant, String centre, String kind, String value) {
        return Address.stated(kind, value, region(tenant, centre));
    }

    private @Nullable String region(String tenant, String centre) {
        String own = config.regions().get(tenant + "/" + centre);
        return own == null ? config.region().orElse(null) : own;
    }
}
