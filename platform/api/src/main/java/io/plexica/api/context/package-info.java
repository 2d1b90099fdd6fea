/**
 * Who is asking, in which tenant, and what they may do: {@link io.plexica.api.context.RequestContext} and the values it hands out.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.api.context;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
