package dev.holdfast.secrets.rule;

/** A form that cannot be read; the message says why and where in the form. */
final class BadForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadForm(String message) {
        super(message, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
