/**
 * Finding what a plugin has written down, by its words: documents, searches, and how an index is made anew.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
