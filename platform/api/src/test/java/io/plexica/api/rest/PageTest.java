package io.plexica.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void mappingKeepsOrderAndFigures() {
        Page<String> page = new Page<>(List.of(1, 2, 3), 2, 10, 23).map(number -> "n" + number);
        assertThat(page).isEqualTo(new Page<>(List.of("n1", "n2", "n3"), 2, 10, 23));
    }

    @Test
    void itDoesNotChangeWithTheListItWasMadeOf() {
        List<String> source = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(source, 0, 50, 1);
        source.add("b");
        assertThat(page.items()).containsExactly("a");
        assertThatThrownBy(() -> page.items().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }
}
