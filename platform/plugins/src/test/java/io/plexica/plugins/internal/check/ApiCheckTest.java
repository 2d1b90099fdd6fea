package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.testing.ApiJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.ShopJars;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiCheckTest extends CheckCase {

    private static final String BUNDLE = "The API bundle test.shop.api.jar";

    @Test
    void a_provider_and_its_caller_pass() throws IOException {
        Candidate shop = CHECK.check(ShopJars.shop("1.0.0").in(folder));

        assertThat(shop.offered()).containsExactly(ShopJars.GREETER);
        assertThat(shop.apis()).singleElement().hasToString("test.shop.api 1.0.0");
        assertThat(problems(ShopJars.caller(true))).isEmpty();
    }

    @Test
    void an_api_bundle_holds_types_and_nothing_that_runs() {
        ApiJar api = ApiJar.greeter("1.0.0")
                .header("Bundle-Activator", "test.shop.api.Start")
                .header("Service-Component", "OSGI-INF/x.xml")
                .header("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"")
                .header("Provide-Capability", "osgi.service")
                .header("Import-Package", "org.osgi.framework,javax.ws.rs");

        assertThat(problems(carrying(api)))
                .containsExactlyInAnyOrder(
                        BUNDLE + " has the header Bundle-Activator: an API bundle holds types and nothing that runs",
                        BUNDLE + " has the header Service-Component: an API bundle holds types and nothing that runs",
                        BUNDLE + " has the header Provide-Capability: it offers packages only",
                        BUNDLE + " requires osgi.extender; types require nothing but a Java",
                        BUNDLE + " imports the package org.osgi.framework, which no plugin may use");
    }

    @Test
    void it_is_not_called_what_the_framework_calls_itself() {
        ApiJar api = ApiJar.of("system.bundle", "1.0.0").source("system.bundle.X", "package system.bundle; class X {}");
        assertThat(problems(carrying(api)))
                .contains("The API bundle system.bundle.jar has the Bundle-SymbolicName of the framework itself");
    }

    @Test
    void it_has_a_name_a_version_and_packages_of_its_own_with_versions() {
        ApiJar api = ApiJar.greeter("one")
                .header("Bundle-SymbolicName", "shop")
                .header("Bundle-ManifestVersion", null)
                .header("Export-Package", "test.shop.api,test.empty;version=\"1.0.0\"");

        assertThat(problems(carrying(api)))
                .containsExactlyInAnyOrder(
                        BUNDLE + " needs a Bundle-SymbolicName such as com.example.crm.api, not 'shop'",
                        BUNDLE + " needs the header Bundle-ManifestVersion: 2",
                        BUNDLE + " has the Bundle-Version 'one', which is none",
                        BUNDLE + " exports the package test.shop.api without a version",
                        BUNDLE + " exports the package test.empty, of which it holds no class",
                        BUNDLE + " holds the package test.empty; its packages begin with its symbolic name",
                        BUNDLE + " holds the package test.shop.api; its packages begin with its symbolic name");
        assertThat(problems(carrying(ApiJar.of("io.plexica.api.mine", "1.0.0")
                        .source("io.plexica.api.mine.X", "package io.plexica.api.mine; class X {}"))))
                .containsExactly("The API bundle io.plexica.api.mine.jar holds the package io.plexica.api.mine; its"
                        + " packages begin with its symbolic name");
    }

    @Test
    void jars_within_it_are_one_too_many_and_its_entries_are_bounded_too() {
        ApiJar api =
                ApiJar.greeter("1.0.0").entry("lib/inner.jar", new byte[] {1}).entry("../outside.txt", new byte[] {1});

        assertThat(problems(carrying(api)))
                .containsExactlyInAnyOrder(
                        "'META-INF/plexica/api/test.shop.api.jar' holds the jar 'lib/inner.jar': one level is the most",
                        "In 'META-INF/plexica/api/test.shop.api.jar': The entry '../outside.txt' does not lie within the"
                                + " jar");
    }

    @Test
    void the_plugin_does_not_hold_what_its_api_bundle_exports() {
        assertThat(problems(carrying(ApiJar.greeter("1.0.0"))
                        .source("test.shop.api.More", "package test.shop.api; class More {}")
                        .header("Bundle-ClassPath", ".,META-INF/plexica/api/test.shop.api.jar")))
                .containsExactlyInAnyOrder(
                        "The bundle holds classes of the package test.shop.api, which its API bundle exports; leave them"
                                + " out",
                        "The Bundle-ClassPath names 'META-INF/plexica/api/test.shop.api.jar'; an API bundle is"
                                + " imported");
    }

    @Test
    void what_the_manifest_offers_is_there_in_that_version() {
        PluginJar plugin = carrying(ApiJar.greeter("1.0.0"))
                .member(
                        "services",
                        "{\"provides\":[{\"name\":\"test.shop.api.Greeter\",\"version\":\"2.0.0\"},"
                                + "{\"name\":\"test.other.Thing\",\"version\":\"1.0.0\"}],"
                                + "\"requires\":[{\"name\":\"test.far.Away\",\"version\":\"[1,2)\"}]}");

        assertThat(problems(plugin))
                .containsExactlyInAnyOrder(
                        "plugin.json /services/provides/0/version is 2.0.0, but the package of 'test.shop.api.Greeter' has"
                                + " the version 1.0.0",
                        "plugin.json /services/provides/0/name no component offers the service 'test.shop.api.Greeter'",
                        "plugin.json /services/provides/1/name 'test.other.Thing' is no type of an API bundle that the jar"
                                + " carries in META-INF/plexica/api/",
                        "plugin.json /services/provides/1/name no component offers the service 'test.other.Thing'",
                        "plugin.json /services/requires/0/name 'test.far.Away' lies in the package test.far, which the"
                                + " bundle does not import");
    }

    private static PluginJar carrying(ApiJar api) {
        return PluginJar.empty("shop", "1.0.0").api(api);
    }
}
