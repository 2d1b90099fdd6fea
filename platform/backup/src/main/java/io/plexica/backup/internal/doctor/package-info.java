/** What ails the platform. */
@NullMarked
package io.plexica.backup.internal.doctor;

import org.jspecify.annotations.NullMarked;
