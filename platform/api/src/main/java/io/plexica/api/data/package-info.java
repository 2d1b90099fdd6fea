/**
 * The plugin's tables in the current tenant, through JPA or plain SQL, in one transaction per request.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
