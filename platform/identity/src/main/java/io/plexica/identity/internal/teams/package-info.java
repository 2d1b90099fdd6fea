/** Teams: people within a workspace who carry roles together. */
@NullMarked
package io.plexica.identity.internal.teams;

import org.jspecify.annotations.NullMarked;
