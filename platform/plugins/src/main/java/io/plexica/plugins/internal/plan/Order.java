package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.StoredVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings plugins into an order in which each comes after what it needs. For one thread. */
final class Order {

    private final Map<String, StoredVersion> plugins;
    private final List<StoredVersion> sorted = new ArrayList<>();
    private final List<String> cycles = new ArrayList<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> path = new LinkedHashSet<>();

    private Order(Map<String, StoredVersion> plugins) {
        this.plugins = plugins;
    }

    /** Orders what a plugin and its dependencies are to become; the plugin itself comes last. */
    static Order of(String root, Map<String, StoredVersion> plugins) {
        Order order = new Order(plugins);
        order.visit(root);
        return order;
    }

    /** In order; meaningless where there are cycles. */
    List<StoredVersion> sorted() {
        return List.copyOf(sorted);
    }

    /** Those that need each other in a circle, such as {@code a needs b, which needs a}. */
    List<String> cycles() {
        return List.copyOf(cycles);
    }

    private void visit(String id) {
        StoredVersion version = plugins.get(id);
        if (version == null || done.contains(id)) {
            return;
        }
        if (path.contains(id)) {
            List<String> circle = new ArrayList<>(path);
            circle = new ArrayList<>(circle.subList(circle.indexOf(id), circle.size()));
            circle.add(id);
            cycles.add(inWords(circle));
            return;
        }
        path.add(id);
        PluginNeed.of(version.manifest())
                .filter(need -> !need.optional())
                .map(PluginNeed::plugin)
                .sorted()
                .toList()
                .forEach(this::visit);
        path.remove(id);
        done.add(id);
        sorted.add(version);
    }

    private static String inWords(List<String> circle) {
        StringBuilder words = new StringBuilder(circle.get(0) + " needs " + circle.get(1));
        circle.subList(2, circle.size())
                .forEach(id -> words.append(", which needs ").append(id));
        return words.toString();
    }
}
