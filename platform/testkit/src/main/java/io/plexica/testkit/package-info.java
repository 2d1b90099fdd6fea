/**
 * For tests of plugins: the platform's own database code on a real PostgreSQL, with two tenants to be kept apart, and
 * callers made up on the spot. Begin with {@link io.plexica.testkit.PluginFixture}.
 */
@NullMarked
package io.plexica.testkit;

import org.jspecify.annotations.NullMarked;
