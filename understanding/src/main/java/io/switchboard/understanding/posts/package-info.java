/** The project's own labelled posts. */
@NullMarked
package io.switchboard.understanding.posts;

import org.jspecify.annotations.NullMarked;
