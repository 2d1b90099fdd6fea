package io.plexica.plugins.internal.host;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says why a component is not up, in words. */
final class ComponentReasons {

    private ComponentReasons() {}

    static String whyNot(ServiceComponentRuntime runtime, Bundle bundle, String name) {
        ComponentDescriptionDTO description = runtime.getComponentDescriptionDTO(bundle, name);
        if (description == null) {
            return "The component " + name + " is not known to the container: its description cannot be used";
        }
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(description);
        if (configurations.isEmpty()) {
            return "The component " + name + " waits for a configuration";
        }
        ComponentConfigurationDTO configuration = configurations.iterator().next();
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                "The component " + name + " waits for the configuration "
                        + String.join(", ", description.configurationPid);
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                "The component " + name + " waits for " + missing(configuration, description);
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                "The component " + name + " failed: " + failure(configuration.failure);
            default -> "The component " + name + " could not be made";
        };
    }

    private static String missing(ComponentConfigurationDTO configuration, ComponentDescriptionDTO description) {
        return Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> "the service " + type(reference, description))
                .collect(Collectors.joining(" and "));
    }

    private static String type(UnsatisfiedReferenceDTO unsatisfied, ComponentDescriptionDTO description) {
        for (ReferenceDTO reference : description.references) {
            if (reference.name.equals(unsatisfied.name)) {
                return reference.interfaceName;
            }
        }
        return unsatisfied.name;
    }

    /** The innermost cause of a printed stack trace. */
    private static String failure(String trace) {
        if (trace == null || trace.isBlank()) {
            return "no reason was given";
        }
        String first = trace.lines().findFirst().orElse("");
        return trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring("Caused by: ".length()))
                .orElse(first);
    }
}
