package io.switchboard.profile.customer;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** How addresses are read. */
@ConfigMapping(prefix = "switchboard.addresses")
public interface AddressConfig {
    /** The country (ISO 3166-1, such as {@code DE}) whose telephone numbers are written without their country code. */
    Optional<String> region();

    /** The same of single centres, by {@code tenant/centre}. */
    Map<String, String> regions();
}
