/** Objects of plugins, a bucket for each tenant. */
@NullMarked
package io.plexica.storage.internal;

import org.jspecify.annotations.NullMarked;
