package io.plexica.spi.doctor;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at one side of the platform and its surroundings for {@code plexica:doctor}. Register it as a service. A health check says
 * whether something works now; this says what will not go well, and what to do about it. Called on a worker thread, now and
 * then and for each who asks; may block for some seconds, and counts as FAIL when it takes more than fifteen. Changes nothing.
 */
@ConsumerType
public interface Examination {

    /** The side, in one word, such as {@code database}. */
    String area();

    /** Looks now. What it throws is a finding, too. */
    List<Finding> examine() throws Exception;
}
