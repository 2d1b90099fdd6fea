package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.configuration.internal.Setting.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetatypeReaderTest {

    private static final String DOCUMENT = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="Config" name="Room" description="A room">
                <AD id="size" type="Integer" name="PLEXICA_SIZE" description="How large." min="1" max="9" default="5"/>
                <AD id="names" type="String" name="PLEXICA_NAMES" cardinality="-2147483648" default="a,b"/>
                <AD id="list" type="String" name="PLEXICA_LIST" default="a\\,b"/>
                <AD id="colour" type="String" name="PLEXICA_COLOUR" default="red">
                  <Option label="" value="red"/><Option label="" value="blue"/>
                </AD>
                <AD id="service.ranking" type="Integer" name="Ranking" default="1"/>
              </OCD>
              <Designate pid="io.plexica.room"><Object ocdref="Config"/></Designate>
            </metatype:MetaData>
            """;

    @Test
    void readsWhatTheBuildMakesOfAnAnnotationType() throws IOException {
        List<Setting> settings =
                MetatypeReader.read(new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8)));
        assertThat(settings)
                .containsExactly(
                        new Setting(
                                "io.plexica.room",
                                "size",
                                "PLEXICA_SIZE",
                                Kind.INTEGER,
                                false,
                                "5",
                                "1",
                                "9",
                                List.of(),
                                "How large."),
                        new Setting(
                                "io.plexica.room",
                                "names",
                                "PLEXICA_NAMES",
                                Kind.TEXT,
                                true,
                                "a,b",
                                null,
                                null,
                                List.of(),
                                ""),
                        new Setting(
                                "io.plexica.room",
                                "list",
                                "PLEXICA_LIST",
                                Kind.TEXT,
                                false,
                                "a,b",
                                null,
                                null,
                                List.of(),
                                ""),
                        new Setting(
                                "io.plexica.room",
                                "colour",
                                "PLEXICA_COLOUR",
                                Kind.TEXT,
                                false,
                                "red",
                                null,
                                null,
                                List.of("red", "blue"),
                                ""));
    }
}
