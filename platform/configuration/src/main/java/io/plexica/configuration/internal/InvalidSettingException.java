package io.plexica.configuration.internal;

/** A text that is no value for its setting; the message completes "the value ...". */
final class InvalidSettingException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidSettingException(String message) {
        super(message);
    }
}
