package io.plexica.api.manifest;

import java.util.List;

/** What plugins offer each other. */
public record Services(List<ServiceOffer> provides, List<ServiceNeed> requires) {

    /** Nothing. */
    public static final Services NONE = new Services(List.of(), List.of());

    public Services {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
    }
}
