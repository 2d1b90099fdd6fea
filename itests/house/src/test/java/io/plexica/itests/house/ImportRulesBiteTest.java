package io.plexica.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportRulesBiteTest {

    @TempDir
    Path folder;

    private BadHouse house;

    @BeforeEach
    void build() throws IOException {
        house = new BadHouse(folder)
                .withLibrary("org.apache.cxf.Bus", "package org.apache.cxf; public class Bus {}")
                .withLibrary("com.example.Tool", "package com.example; public class Tool {}")
                .withLibrary(
                        "org.osgi.framework.Bundle",
                        "package org.osgi.framework; public interface Bundle { void start(); String getLocation(); }")
                .with(
                        "platform/api",
                        "io.plexica.api",
                        "io.plexica.api.Contract",
                        type("io.plexica.api", "Contract", ""))
                .with("platform/spi", "io.plexica.spi", "io.plexica.spi.Seam", type("io.plexica.spi", "Seam", ""))
                .with(
                        "platform/identity",
                        "io.plexica.identity",
                        "io.plexica.identity.internal.Users",
                        type("io.plexica.identity.internal", "Users", ""));
    }

    @Test
    void a_contract_that_uses_a_library_is_reported() throws IOException {
        house.with(
                "platform/api",
                "io.plexica.api",
                "io.plexica.api.Bad",
                type("io.plexica.api", "Bad", "com.example.Tool"));

        assertThat(violations(ImportRules::api)).contains("io.plexica.api.Bad", "com.example.Tool");
    }

    @Test
    void a_seam_that_uses_a_core_service_is_reported() throws IOException {
        house.with(
                "platform/spi",
                "io.plexica.spi",
                "io.plexica.spi.Bad",
                type("io.plexica.spi", "Bad", "io.plexica.identity.internal.Users"));

        assertThat(violations(ImportRules::spi)).contains("io.plexica.spi.Bad");
    }

    @Test
    void a_core_service_that_imports_another_is_reported() throws IOException {
        badTenancy("io.plexica.identity.internal.Users");

        assertThat(violations(ImportRules::coreServices)).contains("io.plexica.tenancy.internal.Bad");
    }

    @Test
    void a_core_service_that_uses_anothers_technology_is_reported() throws IOException {
        badTenancy("org.apache.cxf.Bus");

        assertThat(violations(ImportRules::coreServices)).contains("org.apache.cxf.Bus");
    }

    @Test
    void a_core_service_that_uses_only_contracts_is_not_reported() throws IOException {
        badTenancy("io.plexica.spi.Seam");

        assertThat(violations(ImportRules::coreServices)).isEmpty();
    }

    @Test
    void an_adapter_that_uses_a_core_service_is_reported_although_its_package_lies_within() throws IOException {
        house.with(
                "bundles/identity-keycloak",
                "io.plexica.identity.keycloak",
                "io.plexica.identity.keycloak.Bad",
                type("io.plexica.identity.keycloak", "Bad", "io.plexica.identity.internal.Users"));

        assertThat(violations(ImportRules::adapters)).contains("io.plexica.identity.keycloak.Bad");
    }

    @Test
    void a_plugin_that_uses_spi_is_reported() throws IOException {
        house.with(
                "bundles/plugins/shop",
                "io.plexica.plugins.shop",
                "io.plexica.plugins.shop.Bad",
                type("io.plexica.plugins.shop", "Bad", "io.plexica.spi.Seam"));

        assertThat(violations(ImportRules::plugins)).contains("io.plexica.plugins.shop.Bad");
    }

    @Test
    void starting_a_bundle_outside_the_plugins_room_is_reported() throws IOException {
        house.with(
                "platform/tenancy",
                "io.plexica.tenancy",
                "io.plexica.tenancy.internal.Starter",
                "package io.plexica.tenancy.internal; class Starter { String go(org.osgi.framework.Bundle b)"
                        + " { b.start(); return b.getLocation(); } }");

        assertThat(violations(ImportRules::framework))
                .contains("Bundle.start()")
                .doesNotContain("getLocation");
    }

    @Test
    void packages_in_a_circle_are_reported() throws IOException {
        house.with(
                        "platform/a",
                        "io.plexica.a",
                        "io.plexica.a.one.One",
                        "package io.plexica.a.one; public class One {}")
                .with(
                        "platform/a",
                        "io.plexica.a",
                        "io.plexica.a.two.Two",
                        type("io.plexica.a.two", "Two", "io.plexica.a.one.One"))
                .with(
                        "platform/a",
                        "io.plexica.a",
                        "io.plexica.a.one.One",
                        type("io.plexica.a.one", "One", "io.plexica.a.two.Two"));

        assertThat(violations(ImportRules::packagesWithoutCycles)).contains("Cycle detected");
    }

    @Test
    void a_class_outside_its_rooms_package_is_reported() throws IOException {
        house.with(
                "platform/tenancy",
                "io.plexica.tenancy",
                "io.plexica.other.Lost",
                type("io.plexica.other", "Lost", ""));

        assertThat(violations(ImportRules::namesOfPackages)).contains("io.plexica.other.Lost");
    }

    private void badTenancy(String uses) throws IOException {
        house.with(
                "platform/tenancy",
                "io.plexica.tenancy",
                "io.plexica.tenancy.internal.Bad",
                type("io.plexica.tenancy.internal", "Bad", uses));
    }

    private String violations(Function<ImportRules, ArchRule> rule) throws IOException {
        House built = house.build();
        return String.join(
                "\n",
                rule.apply(new ImportRules(built))
                        .evaluate(built.classes())
                        .getFailureReport()
                        .getDetails());
    }

    private static String type(String packageName, String name, String uses) {
        String field = uses.isEmpty() ? "" : "public " + uses + " used;";
        return "package " + packageName + "; public class " + name + " { " + field + " }";
    }
}
