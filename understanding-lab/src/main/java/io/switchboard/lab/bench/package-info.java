/** What a text costs, measured by JMH. */
@NullMarked
package io.switchboard.lab.bench;

import org.jspecify.annotations.NullMarked;
