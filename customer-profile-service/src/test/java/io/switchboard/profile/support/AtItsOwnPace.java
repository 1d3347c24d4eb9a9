package io.switchboard.profile.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * What the service does from time to time it does as seldom as where it runs. Tests have it hurry so that they need not
 * wait; a benchmark would measure the hurry.
 */
public final class AtItsOwnPace implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "switchboard.ledger.gauges-every", "PT15S",
                "switchboard.identity.suggest-every", "PT2S",
                "switchboard.imports.look-every", "PT2S",
                "switchboard.insight.tell-every", "PT1M",
                "switchboard.rights.tell-every", "PT5S",
                "switchboard.rights.retention-every", "PT1H");
    }
}
