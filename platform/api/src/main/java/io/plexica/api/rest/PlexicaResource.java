package io.plexica.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Makes a DS component a REST resource. The class carries {@code @Component(service = TheClass.class)}, JAX-RS's
 * {@code @Path} and this marker; each of its resource methods carries a guard from {@code io.plexica.api.security}.
 *
 * <p>A plugin's resources answer under {@code /api/plugins/<id>}. One instance serves all requests at once, of all
 * tenants on this version: it must keep no state of a request in fields. Its methods run in one unit of work each.
 */
@Documented
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PlexicaResource {

    /** The service property, always true, that this marker sets and by which the platform finds resources. */
    String PROPERTY = "plexica.resource";
}
