/**
 * What a resource method demands of its caller, said with one annotation per method or class. A method of a plugin that
 * says nothing keeps the whole plugin from being published.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
