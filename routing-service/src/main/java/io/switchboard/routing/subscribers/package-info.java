/**
 * Tells other systems what routing decided: webhooks that are signed, ordered per work item and tried again until they
 * arrive. One consumer writes down what is to be sent, senders on every replica send it; neither waits for a subscriber.
 */
@NullMarked
package io.switchboard.routing.subscribers;

import org.jspecify.annotations.NullMarked;
