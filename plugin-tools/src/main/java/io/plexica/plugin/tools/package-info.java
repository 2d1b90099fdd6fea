/**
 * What authors run while they write a plugin: the platform's checks in their build, and the watch mode.
 */
@NullMarked
package io.plexica.plugin.tools;

import org.jspecify.annotations.NullMarked;
