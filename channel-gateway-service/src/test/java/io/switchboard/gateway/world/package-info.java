/** What surrounds the gateway in its tests: real engines, a scripted provider, topics to read. */
package io.switchboard.gateway.world;
