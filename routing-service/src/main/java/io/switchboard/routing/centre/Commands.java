package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command must say. The contract promises these fields, but JSON can leave out any of them. */
public final class Commands {
    private Commands() {}

    /** Returns the first field that is missing. */
    public static Optional<String> missing(RoutingCommand command) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("commandId", command.commandId());
        fields.put("tenant", command.tenant());
        fields.put("centre", command.centre());
        fields.put("agent", command.agent());
        switch (command) {
            case RoutingCommand.SetPresence c -> fields.put("presence", c.presence());
            case RoutingCommand.AcceptOffer c -> fields.put("offerId", c.offerId());
            case RoutingCommand.DeclineOffer c -> fields.put("offerId", c.offerId());
            case RoutingCommand.CompleteWork c -> fields.put("workItemId", c.workItemId());
            case RoutingCommand.ReleaseWork c -> fields.put("workItemId", c.workItemId());
            case RoutingCommand.EndWrapUp c -> fields.put("workItemId", c.workItemId());
            case RoutingCommand.PickWork c -> fields.put("workItemId", c.workItemId());
            case RoutingCommand.CancelWork c -> {
                fields.put("workItemId", c.workItemId());
                fields.put("reason", c.reason());
            }
            case RoutingCommand.AssignWork c -> {
                fields.put("workItemId", c.workItemId());
                fields.put("toAgent", c.toAgent());
            }
            case RoutingCommand.TransferWork c -> {
                fields.put("workItemId", c.workItemId());
                fields.put("to", c.to());
            }
            case RoutingCommand.ConsultAboutWork c -> {
                fields.put("workItemId", c.workItemId());
                fields.put("to", c.to());
            }
            case RoutingCommand.PostponeWork c -> {
                fields.put("workItemId", c.workItemId());
                fields.put("until", c.until());
            }
            case RoutingCommand.ReceiveWork c -> fields.put("workItem", c.workItem());
        }
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
