/** Exports and imports over REST. */
@NullMarked
package io.plexica.backup.internal.rest;

import org.jspecify.annotations.NullMarked;
