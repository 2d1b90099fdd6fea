package io.plexica.plugins.internal.testing;

/** A plugin with settings, that says what they are and hears when they change. */
public final class SettingsJar {

    /** The system property into which the plugin writes what it hears. */
    public static final String HEARD = "test.settings.heard";

    private static final String SCHEMA = """
            {"schema": {"type": "object", "additionalProperties": false, "required": ["greeting"], "properties": {
                "greeting": {"type": "string", "minLength": 2},
                "times": {"type": "integer", "minimum": 1},
                "apiKey": {"type": "string", "minLength": 4},
                "mail": {"type": "object", "additionalProperties": false, "properties": {
                    "host": {"type": "string"}, "port": {"type": "integer"}}}}},
             "defaults": {"greeting": "hello", "mail": {"host": "localhost", "port": 25}},
             "secrets": ["apiKey"]}
            """;

    private static final String FEATURES = """
            [{"key": "shouting", "name": "Shouting", "default": false}, {"key": "waving", "name": "Waving"}]
            """;

    private SettingsJar() {}

    /** The plugin {@code greeter}, whose one resource answers with what its settings are. */
    public static PluginJar of(String version) {
        String reader = PluginJar.packageOf("greeter") + ".Reader";
        String listener = PluginJar.packageOf("greeter") + ".Listener";
        return PluginJar.empty("greeter", version)
                .member("configuration", SCHEMA)
                .member("features", FEATURES)
                .imports("io.plexica.api.configuration;version=\"[1.0,2)\",io.plexica.api.context;version=\"[1.0,2)\"")
                .source(
                        reader,
                        "package " + PluginJar.packageOf("greeter") + ";\n"
                                + "import io.plexica.api.configuration.PluginConfiguration;\n"
                                + "import io.plexica.api.rest.PlexicaResource;\n"
                                + "import io.plexica.api.security.Authenticated;\n"
                                + "import javax.ws.rs.*;\n"
                                + "@Path(\"/hello\") @PlexicaResource\n"
                                + "public class Reader {\n"
                                + "  private PluginConfiguration own;\n"
                                + "  public void bind(PluginConfiguration given) { own = given; }\n"
                                + "  @GET @Authenticated public String hello() {\n"
                                + "    return own.text(\"greeting\").orElse(\"-\") + \" \" + own.integer(\"times\").orElse(0)\n"
                                + "        + \" \" + own.text(\"mail.host\").orElse(\"-\")\n"
                                + "        + \" \" + own.secret(\"apiKey\").orElse(\"-\")\n"
                                + "        + \" \" + own.featureEnabled(\"shouting\") + \" \" + own.featureEnabled(\"waving\")\n"
                                + "        + \" \" + own.values().containsKey(\"apiKey\");\n"
                                + "  }\n"
                                + "}\n")
                .component(
                        reader,
                        "<property name=\"plexica.resource\" type=\"Boolean\" value=\"true\"/>"
                                + "<reference name=\"own\" bind=\"bind\""
                                + " interface=\"io.plexica.api.configuration.PluginConfiguration\"/>",
                        reader)
                .source(
                        listener,
                        "package " + PluginJar.packageOf("greeter") + ";\n"
                                + "import io.plexica.api.configuration.*;\n"
                                + "public class Listener implements ConfigurationListener {\n"
                                + "  private PluginConfiguration own;\n"
                                + "  public void bind(PluginConfiguration given) { own = given; }\n"
                                + "  @Override public void configurationChanged(ConfigurationChange change) {\n"
                                + "    String place = change.workspace() == null ? \"\" : \"/\" + change.workspace().slug();\n"
                                + "    System.setProperty(\"" + HEARD + "\", change.tenant().slug() + place + \" \""
                                + " + own.text(\"greeting\").orElse(\"-\"));\n"
                                + "    if (own.text(\"greeting\").orElse(\"\").equals(\"throw\")) {\n"
                                + "      throw new IllegalStateException(\"deaf\");\n"
                                + "    }\n"
                                + "  }\n"
                                + "}\n")
                .component(
                        listener,
                        "<reference name=\"own\" bind=\"bind\""
                                + " interface=\"io.plexica.api.configuration.PluginConfiguration\"/>",
                        "io.plexica.api.configuration.ConfigurationListener");
    }
}
