package io.plexica.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceRulesTest {

    private static SourceRules sources;
    private static ManifestRules manifests;
    private static JavaClasses classes;

    @BeforeAll
    static void enter() {
        House house = House.ours();
        sources = new SourceRules(house);
        manifests = new ManifestRules(house);
        classes = house.classes();
    }

    @Test
    void no_file_is_longer_than_people_read() {
        assertThat(sources.longFiles()).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(sources.unfinishedWork()).isEmpty();
    }

    @Test
    void tests_wait_for_conditions_and_never_sleep() {
        assertThat(sources.sleepingTests()).isEmpty();
    }

    @Test
    void temporary_files_have_somebody_who_removes_them() {
        assertThat(sources.temporaryFilesThatStay()).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        assertThat(sources.packagesWithoutWords()).isEmpty();
    }

    @Test
    void versions_stand_in_one_place() {
        assertThat(sources.versionsOutsideTheRoot()).isEmpty();
    }

    @Test
    void bundles_are_named_after_their_artifact() {
        assertThat(manifests.namesOfBundles()).isEmpty();
    }

    @Test
    void only_contracts_are_exported_and_each_has_a_version() {
        assertThat(manifests.exports()).isEmpty();
    }

    @Test
    void what_is_not_a_contract_is_internal() {
        assertThat(manifests.classesOutsideInternal(classes)).isEmpty();
    }

    @Test
    void contracts_say_who_implements_them() {
        assertThat(manifests.interfacesWithoutRole(classes)).isEmpty();
    }
}
