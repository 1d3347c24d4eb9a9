/** Texts as vectors that lie near each other when they mean alike. */
@NullMarked
package io.switchboard.transformer;

import org.jspecify.annotations.NullMarked;
