/** Feature flags over REST. */
@NullMarked
package io.plexica.settings.internal.rest;

import org.jspecify.annotations.NullMarked;
