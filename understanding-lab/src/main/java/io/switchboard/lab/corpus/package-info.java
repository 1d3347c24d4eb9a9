/** Labelled texts of others, read as their publishers lay them out. They are no part of the project. */
@NullMarked
package io.switchboard.lab.corpus;

import org.jspecify.annotations.NullMarked;
