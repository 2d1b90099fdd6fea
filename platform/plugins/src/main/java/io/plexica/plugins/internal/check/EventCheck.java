package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.PluginManifest;
import java.util.ArrayList;
import java.util.List;

/** Whether a plugin handles only events that its manifest lists: by that list it is decided what is delivered to it. */
final class EventCheck {

    private EventCheck() {}

    static List<String> problems(PluginManifest manifest, List<ComponentDescription> components) {
        List<String> problems = new ArrayList<>();
        for (ComponentDescription component : components) {
            if (!component.isEventHandler()) {
                continue;
            }
            String name = "The component " + component.name();
            if (component.event().isEmpty()) {
                problems.add(name + " is an EventHandler, but no @HandlesEvent says which event it handles");
            } else if (!manifest.events().subscribes().contains(component.event())) {
                problems.add(name + " handles '" + component.event()
                        + "', which the manifest does not list at events.subscribes");
            }
        }
        return problems;
    }
}
