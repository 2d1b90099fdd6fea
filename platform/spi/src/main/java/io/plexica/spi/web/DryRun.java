package io.plexica.spi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method of the platform that has a preview: with {@code ?dryRun=true} it changes nothing and answers with what
 * the call would do. All others are refused with that parameter, so that nobody who asks for a preview gets the real thing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DryRun {}
