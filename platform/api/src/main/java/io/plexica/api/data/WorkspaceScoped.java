package io.plexica.api.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entity whose rows belong to a workspace. Its table has a column {@code workspace_id uuid NOT NULL}, which the platform
 * fills with the current workspace and by which it filters: every statement, native SQL included, sees and changes the
 * current workspace's rows alone, and outside a workspace none. The entity need not map the column; where it does, it is
 * read-only to the author.
 *
 * @since 1.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WorkspaceScoped {}
