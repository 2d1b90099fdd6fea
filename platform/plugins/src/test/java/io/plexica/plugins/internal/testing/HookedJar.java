package io.plexica.plugins.internal.testing;

/** A plugin that takes part in its own life. */
public final class HookedJar {

    private HookedJar() {}

    /** A plugin whose lifecycle method does something. */
    public static PluginJar of(String id, String method, String body) {
        String name = PluginJar.packageOf(id) + ".Life";
        return PluginJar.empty(id, "1.0.0")
                .source(
                        name,
                        "package " + PluginJar.packageOf(id) + ";\n"
                                + "public class Life implements io.plexica.api.plugin.PluginLifecycle {\n"
                                + "  @Override public void " + method
                                + "(io.plexica.api.plugin.LifecycleEvent event) {\n" + body + "\n}}\n")
                .component(name, "", "io.plexica.api.plugin.PluginLifecycle");
    }
}
