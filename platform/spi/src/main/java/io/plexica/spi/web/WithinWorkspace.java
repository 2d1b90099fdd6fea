package io.plexica.spi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method of the platform that changes what lies in a workspace, such as a team. Rights that a team lends the caller
 * count for it: the method itself must demand that what it changes lies in the workspace where they are lent. Methods that
 * change anything and do not say this need rights held in the whole tenant.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface WithinWorkspace {}
