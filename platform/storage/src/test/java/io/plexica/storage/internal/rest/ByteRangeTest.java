package io.plexica.storage.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final String TAG = "\"abc\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, a",
        "bytes=2-4, cde",
        "bytes=7-, hij",
        "bytes=7-99, hij",
        "bytes=-3, hij",
        "bytes=-99, abcdefghij",
        "bytes=9-9, j",
    })
    void aPartIsWhatWasAskedFor(String header, String part) {
        ByteRange range = ByteRange.of(header, null, TAG, 10);

        assertThat("abcdefghij".substring((int) range.from(), (int) range.to() + 1))
                .isEqualTo(part);
        assertThat(range.length()).isEqualTo(part.length());
        assertThat(range.content(10)).endsWith("/10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=4-2",
                "bytes=-",
                "bytes=a-b",
                "items=0-1",
                "bytes=0-1,3-4",
                "bytes=99999999999999999999-",
                ""
            })
    void whatIsNotUnderstoodIsPassedOver(String header) {
        assertThat(ByteRange.of(header, null, TAG, 10)).isNull();
    }

    @Test
    void whatLiesBehindTheEndIsPassedOverToo() {
        assertThat(ByteRange.of("bytes=10-", null, TAG, 10)).isNull();
        assertThat(ByteRange.of("bytes=-0", null, TAG, 10)).isNull();
        assertThat(ByteRange.of("bytes=0-0", null, TAG, 0)).isNull();
    }

    @Test
    void whoHasTheBeginningOfAnotherObjectGetsAllOfThisOne() {
        assertThat(ByteRange.of("bytes=2-4", TAG, TAG, 10)).isEqualTo(new ByteRange(2, 4));
        assertThat(ByteRange.of("bytes=2-4", "\"other\"", TAG, 10)).isNull();
    }
}
