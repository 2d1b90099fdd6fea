package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Http;
import java.util.Set;
import java.util.stream.Collectors;

/** What was told at one scrape. */
record Scrape(String text) {

    static Scrape by(Http http) {
        return new Scrape(http.get("/metrics").expect(200).text());
    }

    /** A value by its name and labels as they stand there; 0 where there is none yet. */
    double value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    /** The names of all metrics, whether they have a value or not. */
    Set<String> names() {
        Set<String> names = text.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toSet());
        assertThat(names).isNotEmpty();
        return names;
    }

    /** How many series there are. */
    long size() {
        return text.lines().filter(line -> !line.startsWith("#")).count();
    }
}
