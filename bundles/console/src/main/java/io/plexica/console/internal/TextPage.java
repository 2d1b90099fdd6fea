package io.plexica.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page of words, which loads nothing. */
enum TextPage {
    /** No such tenant is, whether it never was or is no more. */
    NO_TENANT("no-tenant");

    /** The icon of all pages, within them: browsers ask for no other then. */
    static final String ICON = "data:image/svg+xml,"
            + "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
            + "%3Crect width='32' height='32' rx='8' fill='%230b6178'/%3E"
            + "%3Cpath d='M11.5 24V9.5h6a4.5 4.5 0 0 1 0 9h-6' fill='none' stroke='%23fff' stroke-width='3'/%3E%3C/svg%3E";

    private final String file;

    TextPage(String file) {
        this.file = file;
    }

    /** The page in a language. */
    String html(Language language, String nonce, String start) {
        return Texts.read(file + "_" + language.code() + ".html")
                .replace("{{nonce}}", nonce)
                .replace("{{style}}", Texts.STYLE)
                .replace("{{icon}}", ICON)
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
