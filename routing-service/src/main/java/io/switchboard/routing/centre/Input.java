package io.switchboard.routing.centre;

import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingSetup;

/** What a centre can be told. */
public sealed interface Input {

    /** A customer wrote. */
    record MessageArrived(MessageIdentified message) implements Input {}

    /** An agent asks for something. */
    record CommandGiven(RoutingCommand command) implements Input {}

    /** Skills, queues and agents are given anew. */
    record SetupChanged(RoutingSetup setup) implements Input {}

    /** Nothing happened but time. */
    record TimePassed() implements Input {}
}
