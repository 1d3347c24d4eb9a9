package io.switchboard.contracts.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a queue asks less when work has waited for some time.
 *
 * @param afterSeconds how long work waits before this step
 * @param drop skills that are no longer asked for
 * @param lower new, lower minimum level by skill
 * @param widenTo queues whose agents may take the work, too
 * @param toCentre the centre that gets the work; then it is the last step and has nothing else
 */
public record RelaxationStep(
        int afterSeconds,
        Set<String> drop,
        Map<String, Integer> lower,
        List<String> widenTo,
        @Nullable String toCentre) {

    public RelaxationStep {
        drop = drop == null ? Set.of() : Set.copyOf(drop);
        lower = lower == null ? Map.of() : Map.copyOf(lower);
        widenTo = widenTo == null ? List.of() : List.copyOf(widenTo);
    }
}
