package io.switchboard.e2e;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.Checkout;
import io.switchboard.platform.Ports;
import io.switchboard.platform.StateFolder;
import io.switchboard.platform.Suite;
import io.switchboard.platform.SuiteOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one suite that runs while they do: packaged services and real engines, on ports of their own. */
final class RunningSuite implements ParameterResolver {

    /** The suite and where it is reached. */
    record Running(Suite suite, Addresses addresses, Path target) implements AutoCloseable {
        @Override
        public void close() {
            suite.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, unused -> start(), Running.class);
    }

    private static Running start() {
        try {
            Path target = Checkout.find().root().resolve("deploy/e2e/target");
            var options = SuiteOptions.forTests(new StateFolder(target.resolve("suite")), Ports.pickFree());
            Suite suite = Suite.start(options);
            return new Running(suite, suite.addresses(), target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
