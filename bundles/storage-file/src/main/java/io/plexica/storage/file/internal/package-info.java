/** Objects in a folder of this machine. */
@NullMarked
package io.plexica.storage.file.internal;

import org.jspecify.annotations.NullMarked;
