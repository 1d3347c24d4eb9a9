package io.switchboard.gateway.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The world outside the gateway: a provider that does as it is told. */
public final class Outside implements QuarkusTestResourceLifecycleManager {
    private final Provider provider = new Provider();

    @Override
    public Map<String, String> start() {
        provider.start();
        return Map.of("switchboard.graph.url", provider.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(provider, new TestInjector.MatchesType(Provider.class));
    }

    @Override
    public void stop() {
        provider.stop();
    }
}
