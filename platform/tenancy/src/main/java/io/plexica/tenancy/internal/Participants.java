package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.ProvisioningStep;
import java.util.List;
import java.util.function.Supplier;

/** The steps that other rooms and adapters have registered. */
final class Participants {

    private final Supplier<List<ProvisioningStep>> registered;

    Participants(Supplier<List<ProvisioningStep>> registered) {
        this.registered = registered;
    }

    /**
     * The step of a name.
     *
     * @throws PlexicaException {@code unavailable} naming it when nobody does it
     */
    ProvisioningStep require(String name) {
        return registered.get().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(List.of(name)));
    }

    /**
     * Makes sure that nobody is missing.
     *
     * @throws PlexicaException {@code unavailable} naming everybody who is
     */
    void requireAll(List<String> names) {
        List<String> present =
                registered.get().stream().map(ProvisioningStep::name).toList();
        List<String> absent =
                names.stream().filter(name -> !present.contains(name)).toList();
        if (!absent.isEmpty()) {
            throw missing(absent);
        }
    }

    private static PlexicaException missing(List<String> names) {
        return new PlexicaException(
                ErrorCode.UNAVAILABLE,
                "No part of the platform does the provisioning step" + (names.size() == 1 ? " " : "s ")
                        + String.join(", ", names) + ": wait until it has started, or install what provides it");
    }
}
