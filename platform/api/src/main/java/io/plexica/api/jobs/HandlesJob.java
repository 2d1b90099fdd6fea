package io.plexica.api.jobs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Which job a {@link JobHandler} does: {@code @HandlesJob(name = "daily-summary")}. */
@Documented
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HandlesJob {

    /** What the names of its service properties begin with. */
    String PREFIX_ = "plexica.job.";

    /** The job's name, one of those that the manifest lists at {@code jobs}. */
    String name();
}
