package io.plexica.plugins.internal.check;

import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.ClassFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plugin's components may be, offer and ask for. */
final class ComponentCheck {

    private static final Pattern HOOK = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,5}");

    private final Map<String, ClassFacts> classes = new HashMap<>();
    private final Set<String> packages;

    private final Predicate<String> mayImport;

    ComponentCheck(ArchiveContents jar, Predicate<String> mayImport) {
        this.mayImport = mayImport;
        jar.classes().forEach(type -> classes.put(type.name(), type));
        packages = jar.classes().stream().map(ClassFacts::packageName).collect(Collectors.toSet());
    }

    List<String> problems(List<ComponentDescription> components) {
        List<String> problems = new ArrayList<>();
        for (ComponentDescription component : components) {
            String name = "The component " + component.name();
            ClassFacts type = classes.get(component.implementation());
            if (type == null) {
                problems.add(name + " names the class '" + component.implementation() + "', which is not in the jar");
            } else if (type.annotations().contains("javax.ws.rs.Path") && !component.isResource()) {
                problems.add(name + " has @Path but not @PlexicaResource, so nobody would ever serve it");
            }
            foreign(component.services())
                    .forEach(service ->
                            problems.add(name + " offers the service " + service + ", which no plugin may offer"));
            foreign(component.references())
                    .forEach(service ->
                            problems.add(name + " asks for the service " + service + ", which no plugin may use"));
            if (component.isHookHandler() && !HOOK.matcher(component.hook()).matches()) {
                problems.add(name + " is a HookHandler, but @HandlesHook names no hook such as core.user.created: '"
                        + component.hook() + "'");
            }
            component.properties().keySet().stream()
                    .filter(ComponentCheck::isWhiteboard)
                    .forEach(property -> problems.add(
                            name + " has the property " + property + ", with which it would go round the guards"));
        }
        if (components.stream().filter(ComponentDescription::isLifecycle).count() > 1) {
            problems.add("More than one component is a PluginLifecycle");
        }
        return problems;
    }

    /** Components that the container could not make. */
    List<String> unmakeable(List<ComponentDescription> components) {
        return components.stream()
                .filter(component -> !isMakeable(classes.get(component.implementation())))
                .map(component -> "The component " + component.name()
                        + " cannot be made: its class, and the constructor" + " with @Activate, must be public")
                .toList();
    }

    /** Whether a class that is there can be made; of one that is missing that is said elsewhere. */
    private static boolean isMakeable(@Nullable ClassFacts type) {
        return type == null || type.makeable();
    }

    private List<String> foreign(List<String> types) {
        return types.stream().filter(type -> !isOwnOrAllowed(type)).toList();
    }

    private boolean isOwnOrAllowed(String type) {
        int dot = type.lastIndexOf('.');
        String name = dot < 0 ? "" : type.substring(0, dot);
        return packages.contains(name) || mayImport.test(name);
    }

    /** Properties by which other extenders would take a service for theirs. */
    private static boolean isWhiteboard(String property) {
        return (property.startsWith("osgi.") && !property.startsWith("osgi.ds."))
                || property.startsWith("org.apache.")
                || property.startsWith("felix.")
                || property.startsWith("jmx.");
    }
}
