package io.plexica.plugins.internal.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which plugins new tenants get: everybody some, the tenants of a plan more. Pure and immutable.
 *
 * @param entries what was configured, in order
 */
public record DefaultPlugins(List<Entry> entries) {

    private static final Pattern ENTRY = Pattern.compile("(?:([a-z][a-z0-9-]*):)?([a-z][a-z0-9-]*)");

    /**
     * One plugin.
     *
     * @param plan the plan whose tenants get it; empty for all
     */
    public record Entry(String plan, String plugin) {}

    /**
     * Reads a list such as {@code crm, pro:analytics}.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static DefaultPlugins of(String text) {
        return new DefaultPlugins(Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(DefaultPlugins::entry)
                .toList());
    }

    /** The plugins of a tenant of this plan, each once, in the order of the list. */
    public Set<String> ofPlan(String plan) {
        Set<String> plugins = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> entry.plan().isEmpty() || entry.plan().equals(plan))
                .forEach(entry -> plugins.add(entry.plugin()));
        return plugins;
    }

    private static Entry entry(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("PLEXICA_DEFAULT_PLUGINS: '" + text
                    + "' is neither a plugin's id, such as crm, nor a plan and an id, such as pro:analytics");
        }
        return new Entry(matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2));
    }
}
