/**
 * Errors with stable codes, answered to callers as {@code application/problem+json} (RFC 9457).
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
