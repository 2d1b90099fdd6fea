package io.plexica.api.problem;

/**
 * What is wrong with one part of a request or document.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) such as {@code /email}; a parameter is {@code /name}, the whole is empty
 * @param message what is wrong and what would be right
 */
public record FieldError(String pointer, String message) {}
