/** How our own REST APIs read bodies and speak of failures. */
@NullMarked
package io.switchboard.kit.rest;

import org.jspecify.annotations.NullMarked;
