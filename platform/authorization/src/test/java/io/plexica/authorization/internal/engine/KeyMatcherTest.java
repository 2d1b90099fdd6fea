package io.plexica.authorization.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyMatcherTest {

    @ParameterizedTest
    @CsvSource({
        "*, crm:contacts:read",
        "crm:*, crm:contacts:read",
        "crm:contacts:*, crm:contacts:read",
        "crm:*:read, crm:contacts:read",
        "*:contacts:read, crm:contacts:read",
        "*:*:*, crm:contacts:read",
        "*:*, crm:contacts:read",
        "crm:contacts:read, crm:contacts:read"
    })
    void covers(String granted, String wanted) {
        assertThat(new KeyMatcher(Set.of(granted)).covers(wanted)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "crm:*, crmx:contacts:read",
        "crm:*, cr:contacts:read",
        "crm:*, crm",
        "crm:con*, crm:contacts:read",
        "crm:*:read, crm:contacts:write",
        "crm:*:read, crm:contacts:deep:read",
        "crm:contacts, crm:contacts:read",
        "crm:contacts:read, crm:contacts",
        "crm:contacts:read, crm:contacts:*",
        "crm:contacts:*, crm:contacts",
        "CRM:*, crm:contacts:read",
        "crm:contacts:read, ''",
        "*, ''"
    })
    void does_not_cover(String granted, String wanted) {
        assertThat(new KeyMatcher(Set.of(granted)).covers(wanted)).isFalse();
    }

    @Test
    void nothing_granted_covers_nothing() {
        assertThat(new KeyMatcher(Set.of()).covers("crm:contacts:read")).isFalse();
    }

    @Test
    void agrees_with_the_plain_rule_for_whatever_is_granted_and_asked() {
        Random random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            Set<String> granted = new HashSet<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                granted.add(key(random, List.of("a", "b", "ab", "*")));
            }
            String wanted = key(random, List.of("a", "b", "ab"));

            assertThat(new KeyMatcher(granted).covers(wanted))
                    .as("%s covers %s", granted, wanted)
                    .isEqualTo(granted.stream().anyMatch(key -> plainRule(key, wanted)));
        }
    }

    @Test
    void granting_more_never_takes_anything_away() {
        Random random = new Random(43);
        for (int round = 0; round < 2_000; round++) {
            List<String> granted = new ArrayList<>();
            String wanted = key(random, List.of("a", "b", "ab"));
            boolean covered = false;
            for (int i = 0; i < 6; i++) {
                granted.add(key(random, List.of("a", "b", "ab", "*")));
                boolean now = new KeyMatcher(granted).covers(wanted);
                assertThat(now || !covered).as("%s covers %s", granted, wanted).isTrue();
                covered = now;
            }
        }
    }

    private static String key(Random random, List<String> segments) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(segments.get(random.nextInt(segments.size())));
        }
        return String.join(":", parts);
    }

    private static boolean plainRule(String granted, String wanted) {
        List<String> pattern = Arrays.asList(granted.split(":"));
        List<String> key = Arrays.asList(wanted.split(":"));
        for (int i = 0; i < pattern.size(); i++) {
            boolean last = i == pattern.size() - 1;
            if (i >= key.size()) {
                return false;
            }
            if (last && pattern.get(i).equals("*")) {
                return true;
            }
            if (!pattern.get(i).equals("*") && !pattern.get(i).equals(key.get(i))) {
                return false;
            }
        }
        return pattern.size() == key.size();
    }
}
