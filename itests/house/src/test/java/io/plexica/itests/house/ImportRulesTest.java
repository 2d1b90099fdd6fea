package io.plexica.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportRulesTest {

    private static House house;
    private static ImportRules rules;
    private static JavaClasses classes;

    @BeforeAll
    static void enter() {
        house = House.ours();
        rules = new ImportRules(house);
        classes = house.classes();
    }

    @Test
    void every_room_with_sources_has_been_compiled() {
        assertThat(house.rooms())
                .filteredOn(room -> room.kind() != Room.Kind.OTHER
                        && Files.isDirectory(room.sources().resolve("main/java")))
                .hasSizeGreaterThan(10)
                .allSatisfy(room -> assertThat(room.classes()).isDirectory());
    }

    @Test
    void the_authors_contract_stands_on_nothing_but_standards() {
        holds(rules.api());
    }

    @Test
    void the_contracts_between_rooms_stand_on_the_authors_contract() {
        holds(rules.spi());
    }

    @Test
    void core_services_meet_in_spi_and_never_import_each_other() {
        holds(rules.coreServices());
    }

    @Test
    void adapters_know_the_contracts_and_their_one_technology() {
        holds(rules.adapters());
    }

    @Test
    void official_plugins_need_no_more_than_any_author_has() {
        holds(rules.plugins());
        holds(rules.pluginApis());
    }

    @Test
    void only_the_plugins_room_moves_bundles() {
        holds(rules.framework());
    }

    @Test
    void the_decision_engine_is_a_pure_library() {
        holds(rules.decisionEngine());
    }

    @Test
    void packages_depend_on_each_other_without_cycles() {
        holds(rules.packagesWithoutCycles());
    }

    @Test
    void packages_begin_with_the_name_of_their_room() {
        holds(rules.namesOfPackages());
    }

    private static void holds(ArchRule rule) {
        rule.check(classes);
    }
}
