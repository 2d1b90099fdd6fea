/**
 * Who did what: rows of the audit log that commit with the change they describe.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
