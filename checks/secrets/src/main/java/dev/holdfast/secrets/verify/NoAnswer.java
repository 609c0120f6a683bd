package dev.holdfast.secrets.verify;

/** A call that got no answer. It holds no cause: the messages of an HTTP client may quote a key. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
