package io.plexica.plugins.internal.testing;

/** A plugin that offers a service, and one that uses it. */
public final class ShopJars {

    /** The type of the service. */
    public static final String GREETER = "test.shop.api.Greeter";

    private ShopJars() {}

    /** The plugin {@code shop}, which greets with its version. */
    public static PluginJar shop(String version) {
        return shop(version, ApiJar.greeter("1.0.0"), "1.0.0");
    }

    /** The same by an API bundle of one's own. */
    public static PluginJar shop(String version, ApiJar api, String apiVersion) {
        return PluginJar.hello("shop", version)
                .api(api)
                .imports("test.shop.api;version=\"[1.0,2)\"")
                .member(
                        "services",
                        "{\"provides\":[{\"name\":\"" + GREETER + "\",\"version\":\"" + apiVersion + "\"}]}")
                .source(
                        "test.shop.Polite",
                        "package test.shop;\n"
                                + "public class Polite implements test.shop.api.Greeter {\n"
                                + "  public String greet(String name) {\n"
                                + "    if (name == null) throw new IllegalStateException(\"nobody\");\n"
                                + "    boolean mine = Thread.currentThread().getContextClassLoader()\n"
                                + "        == getClass().getClassLoader();\n"
                                + "    return \"Hello \" + name + \" from " + version
                                + "\" + (mine ? \"\" : \", lost\");\n"
                                + "  }\n"
                                + "  public Object call(java.util.concurrent.Callable<?> work) throws java.io.IOException {\n"
                                + "    try { return work.call(); }\n"
                                + "    catch (java.io.IOException | RuntimeException e) { throw e; }\n"
                                + "    catch (Exception e) { throw new IllegalStateException(e); }\n"
                                + "  }\n"
                                + "}\n")
                .component("test.shop.Polite", "", GREETER);
    }

    /** The plugin {@code caller}, which says what the shop greets it with, and what it sees of others. */
    public static PluginJar caller(boolean optional) {
        return caller().member(
                        "services",
                        "{\"requires\":[{\"name\":\"" + GREETER + "\",\"version\":\"[1.0,2)\",\"optional\":" + optional
                                + "}]}");
    }

    private static PluginJar caller() {
        String type = "test.caller.Asking";
        return PluginJar.empty("caller", "1.0.0")
                .api(ApiJar.greeter("1.0.0"))
                .imports("test.shop.api;version=\"[1.0,2)\",io.plexica.api.services;version=\"[1.0,2)\"")
                .source(
                        type,
                        "package test.caller;\n"
                                + "import io.plexica.api.rest.PlexicaResource;\n"
                                + "import io.plexica.api.security.Authenticated;\n"
                                + "import io.plexica.api.services.PluginServices;\n"
                                + "import test.shop.api.Greeter;\n"
                                + "import javax.ws.rs.*;\n"
                                + "@Path(\"/hello\") @PlexicaResource\n"
                                + "public class Asking {\n"
                                + "  private PluginServices services;\n"
                                + "  private volatile Greeter seen;\n"
                                + "  private volatile Runnable foreign;\n"
                                + "  private volatile CharSequence own;\n"
                                + "  @GET @Authenticated public String hello() {\n"
                                + "    return services.find(Greeter.class).map(one -> one.greet(\"Ann\")).orElse(\"nobody\");\n"
                                + "  }\n"
                                + "  public String seen() { return seen + \" \" + foreign + \" \" + own; }\n"
                                + "}\n")
                .source(
                        "test.caller.Own",
                        "package test.caller;\n"
                                + "public class Own implements CharSequence {\n"
                                + "  public int length() { return 0; }\n"
                                + "  public char charAt(int index) { return ' '; }\n"
                                + "  public CharSequence subSequence(int from, int to) { return this; }\n"
                                + "  @Override public String toString() { return \"own\"; }\n"
                                + "}\n")
                .component("test.caller.Own", "", "java.lang.CharSequence")
                .component(
                        type,
                        "<property name=\"plexica.resource\" type=\"Boolean\" value=\"true\"/>"
                                + reference("services", "io.plexica.api.services.PluginServices", "1..1", "static")
                                + reference("seen", GREETER, "0..1", "dynamic")
                                + reference("foreign", "java.lang.Runnable", "0..1", "dynamic")
                                + reference("own", "java.lang.CharSequence", "0..1", "dynamic"),
                        type);
    }

    private static String reference(String field, String type, String cardinality, String policy) {
        return "<reference name=\"" + field + "\" interface=\"" + type + "\" field=\"" + field + "\" cardinality=\""
                + cardinality + "\" policy=\"" + policy + "\"/>";
    }
}
