package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Latin1;

/** Looks at the bytes around a token. */
final class Around {
    /** How far a judge may look, in bytes. */
    static final int REACH = 400;

    private Around() {}

    /** Whether one of the words stands near. */
    static boolean has(byte[] bytes, int length, int start, int end, String... words) {
        for (String word : words) {
            if (Latin1.find(bytes, start - REACH, Math.min(length, end + REACH), word) >= 0) {
                return true;
            }
        }
        return false;
    }
}
