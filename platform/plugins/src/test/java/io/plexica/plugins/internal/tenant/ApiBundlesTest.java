package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.testing.ApiJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.ShopJars;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginRef;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiBundlesTest extends PlatformCase {

    @Test
    void an_api_bundle_is_installed_once_for_its_name_and_version_and_outlives_its_plugins() {
        publish(ShopJars.shop("1.0.0"));
        publish(ShopJars.shop("1.1.0"));
        publish(ShopJars.caller(true));
        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0");

        platform.withdrawal.byHand(new PluginRef("shop", "1.0.0"));
        platform.withdrawal.byHand(new PluginRef("shop", "1.1.0"));

        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0");
        assertThat(platform.runtime.registry().running(new PluginRef("caller", "1.0.0")))
                .isPresent();
    }

    @Test
    void other_contents_under_a_name_and_version_clash_and_packing_anew_does_not() {
        publish(ShopJars.shop("1.0.0"));

        assertThat(refusal(
                        ShopJars.shop("1.1.0", ApiJar.greeter("1.0.0").entry("changed.txt", new byte[] {1}), "1.0.0")))
                .isEqualTo("The API bundle test.shop.api 1.0.0 is here with other contents: give the new ones another"
                        + " version, since an API bundle stays as it is for as long as the platform runs");
        publish(ShopJars.shop("1.1.0", ApiJar.greeter("1.0.0").header("Built-By", "somebody else"), "1.0.0"));
        publish(ShopJars.shop("1.2.0", ApiJar.greeter("1.1.0"), "1.1.0"));
        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0", "test.shop.api 1.1.0");
    }

    @Test
    void a_refused_plugin_leaves_no_api_bundle_behind() {
        PluginJar broken = ShopJars.shop("1.0.0")
                .source(
                        "test.shop.Bomb",
                        "package test.shop; public class Bomb { public Bomb() { throw new"
                                + " IllegalStateException(\"boom\"); } }")
                .resource("test.shop.Bomb");

        assertThatThrownBy(() -> publish(broken)).isInstanceOf(PlexicaException.class);

        assertThat(framework().apis()).isEmpty();
    }

    @Test
    void names_and_packages_of_others_are_refused() {
        assertThat(refusal(PluginJar.empty("bad", "1.0.0")
                        .api(ApiJar.of("org.apache.felix.scr", "1.0.0")
                                .source("org.apache.felix.scr.Mine", "package org.apache.felix.scr; class Mine {}"))))
                .contains("has the name of org.apache.felix.scr", "which is no API bundle");
        publish(ShopJars.shop("1.0.0"));
        assertThat(refusal(PluginJar.empty("bad", "1.0.0")
                        .api(ApiJar.of("test.shop", "1.0.0")
                                .header("Export-Package", "test.shop.api;version=\"1.0.0\"")
                                .source("test.shop.api.Mine", "package test.shop.api; class Mine {}"))))
                .contains("exports the package test.shop.api, which belongs to test.shop.api");
    }

    @Test
    void an_api_bundle_that_does_not_resolve_is_explained() {
        ApiJar api = ApiJar.greeter("1.0.0").header("Import-Package", "javax.ws.rs;version=\"[9,10)\"");

        assertThat(refusal(ShopJars.shop("1.0.0", api, "1.0.0")))
                .isEqualTo("The API bundle test.shop.api: The bundle needs the package javax.ws.rs in version"
                        + " [9.0.0,10.0.0), but the platform has 2.1.0");
        assertThat(framework().apis()).isEmpty();
    }

    @Test
    void the_api_of_a_published_plugin_may_be_imported_without_being_carried() {
        PluginJar plugin = PluginJar.empty("guest", "1.0.0").imports("test.shop.api;version=\"[1.0,2)\"");

        assertThat(refusal(plugin))
                .isEqualTo(
                        "The bundle imports the package test.shop.api, which no plugin may use and no API bundle here"
                                + " exports: a library goes into the jar, by -includeresource in bnd.bnd; carry an API"
                                + " bundle, or publish the plugin that does first");
        publish(ShopJars.shop("1.0.0"));
        publish(plugin);

        assertThat(refusal(PluginJar.empty("late", "1.0.0").imports("test.shop.api;version=\"[2.0,3)\"")))
                .contains("test.shop.api in version [2.0.0,3.0.0), but the platform has 1.0.0");
    }

    @Test
    void after_a_restart_those_that_the_published_versions_need_are_back() {
        publish(ShopJars.shop("1.0.0"));
        publish(PluginJar.empty("aa-guest", "1.0.0").imports("test.shop.api;version=\"[1.0,2)\""));
        platform.close();

        platform = new TestPlatform(framework(), database, folder.resolve("deploy"));

        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0");
        assertThat(platform.runtime.registry().problems()).isEmpty();
        assertThat(platform.runtime.registry().running(new PluginRef("aa-guest", "1.0.0")))
                .isPresent();
    }

    private String refusal(PluginJar jar) {
        String[] words = new String[1];
        assertThatThrownBy(() -> publish(jar))
                .isInstanceOfSatisfying(PlexicaException.class, e -> words[0] = PluginCheck.inWords(e));
        return words[0];
    }
}
