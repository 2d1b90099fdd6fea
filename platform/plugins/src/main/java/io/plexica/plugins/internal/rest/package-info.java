/** The room's REST resources. */
@NullMarked
package io.plexica.plugins.internal.rest;

import org.jspecify.annotations.NullMarked;
