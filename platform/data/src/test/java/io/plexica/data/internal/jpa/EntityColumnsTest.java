package io.plexica.data.internal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.data.testing.Stage;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.Table;
import org.junit.jupiter.api.Test;

class EntityColumnsTest {

    private static final PluginRef FLEET = new PluginRef("fleet", "1.0.0");
    private static final String LONG = "of_sixty_two_letters_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    /** One of which there are no objects. */
    @Entity
    @Table(name = "vehicles")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Vehicle {

        @Id
        private UUID id = UUID.randomUUID();

        private String colour;
    }

    /** A table with all that its parent has. */
    @Entity
    @Table(name = "cars")
    public static class Car extends Vehicle {

        private int doors;
    }

    /** One of which there are objects, too. */
    @Entity
    @Table(name = "tools")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Tool {

        @Id
        private UUID id = UUID.randomUUID();
    }

    /** Names that PostgreSQL cuts. */
    @Entity
    @Table(name = LONG + "xyz")
    public static class Drill extends Tool {

        @Column(name = "\"" + LONG + "ü\"")
        private String size;
    }

    @Test
    void whereEachClassHasATableEachOfWhichThereAreObjectsIsKnownByTheNameThatPostgresqlGivesIt() {
        Map<String, Set<String>> columns;
        try (Stage stage = new Stage(2)) {
            ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
            List<String> entities = Stream.of(Vehicle.class, Car.class, Tool.class, Drill.class)
                    .map(Class::getName)
                    .toList();
            stage.platform.pluginUnits().open(FLEET, entities, loader);
            columns = stage.platform.pluginUnits().columns(loader).orElseThrow();
            stage.platform.pluginUnits().close(FLEET, loader);
        }

        assertThat(columns)
                .isEqualTo(Map.of(
                        "cars",
                        Set.of("id", "colour", "doors"),
                        "tools",
                        Set.of("id"),
                        LONG + "x",
                        Set.of("id", LONG)));
    }
}
