/**
 * REST endpoints of a plugin: the marker that makes a component a resource, and the shapes of lists.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.api.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
