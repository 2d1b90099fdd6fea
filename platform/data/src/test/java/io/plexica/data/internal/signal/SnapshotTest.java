package io.plexica.data.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void sawWhatHadEndedAndNothingElse() {
        Snapshot snapshot = Snapshot.of("10:20:12,15");

        assertThat(snapshot.saw(9)).isTrue();
        assertThat(snapshot.saw(10)).isTrue();
        assertThat(snapshot.saw(12)).isFalse();
        assertThat(snapshot.saw(14)).isTrue();
        assertThat(snapshot.saw(20)).isFalse();
        assertThat(Snapshot.of("7:7:").saw(6)).isTrue();
        assertThat(Snapshot.of("7:7:").saw(7)).isFalse();
        assertThat(Snapshot.NOTHING.saw(1)).isFalse();
    }
}
