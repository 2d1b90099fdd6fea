package io.plexica.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page of words, which loads nothing. */
enum TextPage {
    /** No such tenant is, whether it never was or is no more. */
    NO_TENANT("no-tenant");

    private final String file;

    TextPage(String file) {
        this.file = file;
    }

    /** The page in a language. */
    String html(Language language, String nonce, String start) {
        return Texts.read(file + "_" + language.code() + ".html")
                .replace("{{nonce}}", nonce)
                .replace("{{style}}", Texts.STYLE)
                .replace("{{start}}", start);
    }

    /** The files, each read once. */
    private static final class Texts {

        static final String STYLE = read("text.css");

        static String read(String name) {
            try (InputStream in = TextPage.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("The bundle lacks " + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
