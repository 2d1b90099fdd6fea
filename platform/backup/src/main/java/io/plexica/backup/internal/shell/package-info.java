/** Commands about exports and backups. */
@NullMarked
package io.plexica.backup.internal.shell;

import org.jspecify.annotations.NullMarked;
