package io.plexica.api.cache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Once this method has returned, what the patterns match is forgotten, where it is called through {@link Cache#caching}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Evicts {

    /** Patterns as of {@link Cache#evictAll}, such as <code>Contacts.*</code>. */
    String[] value();
}
