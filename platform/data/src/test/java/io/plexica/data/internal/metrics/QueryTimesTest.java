package io.plexica.data.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.data.internal.metrics.QueryTimes.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTimesTest {

    @ParameterizedTest
    @CsvSource({
        "'SELECT 1', SELECT",
        "'\n\t select count(*) FROM a', SELECT",
        "'Insert INTO a VALUES (1)', INSERT",
        "'update a SET b = 1', UPDATE",
        "'DELETE FROM a', DELETE",
        "'WITH b AS (SELECT 1) SELECT * FROM b', OTHER",
        "'CREATE TABLE a ()', OTHER",
        "'', OTHER",
    })
    void aStatementIsToldByItsFirstWord(String sql, Operation operation) {
        assertThat(Operation.of(sql)).isEqualTo(operation);
    }
}
