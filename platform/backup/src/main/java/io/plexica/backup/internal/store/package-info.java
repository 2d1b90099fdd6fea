/** Backups: what they are made of, where they lie and how they come back. */
@NullMarked
package io.plexica.backup.internal.store;

import org.jspecify.annotations.NullMarked;
