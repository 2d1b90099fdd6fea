/** The manifest: JSON checked against its schema and the rules beyond it, turned into values. */
@NullMarked
package io.plexica.plugins.internal.manifest;

import org.jspecify.annotations.NullMarked;
