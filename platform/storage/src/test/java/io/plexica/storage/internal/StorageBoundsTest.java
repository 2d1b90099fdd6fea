package io.plexica.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageBoundsTest {

    @Test
    void plansAreReadInMebibytes() {
        StorageBounds bounds = StorageBounds.of(10, " free:1, pro:2 ,");

        assertThat(bounds.ofPlan("free")).isEqualTo(OptionalLong.of(1_048_576));
        assertThat(bounds.ofPlan("enterprise")).isEmpty();
        assertThat(bounds.holds("enterprise", Long.MAX_VALUE)).isTrue();
        assertThat(bounds.holds("free", 1_048_576)).isTrue();
        assertThat(bounds.holds("free", 1_048_577)).isFalse();
        assertThat(bounds.full("free")).hasMessageContaining("full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "free:", ":1", "free:x", "free:-1", "free:1,free:2"})
    void whatIsWrongIsNamed(String text) {
        assertThatThrownBy(() -> StorageBounds.of(10, text)).hasMessageContaining("PLEXICA_STORAGE_PLANS");
    }
}
