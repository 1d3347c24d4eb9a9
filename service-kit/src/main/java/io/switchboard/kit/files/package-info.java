/** Folders that are read again when something in them changes. */
@NullMarked
package io.switchboard.kit.files;

import org.jspecify.annotations.NullMarked;
