package io.plexica.api.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Which event an {@link EventHandler} handles: {@code @HandlesEvent(name = "crm.contact.created")}. */
@Documented
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HandlesEvent {

    /** What the names of its service properties begin with. */
    String PREFIX_ = "plexica.event.";

    /** The event's name, such as {@code crm.contact.created}. */
    String name();
}
