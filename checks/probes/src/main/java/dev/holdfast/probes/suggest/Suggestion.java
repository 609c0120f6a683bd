package dev.holdfast.probes.suggest;

import java.util.List;

/**
 * A policy that allows what was seen and nothing else.
 *
 * @param text the header field's value, with {@link #NONCE} where the server's nonce belongs
 * @param weaknesses what in it is weaker than it should be, and what to change in the page
 */
public record Suggestion(String text, List<String> weaknesses) {
    /** Stands for the nonce of each answer. */
    public static final String NONCE = "{NONCE}";

    public Suggestion {
        weaknesses = List.copyOf(weaknesses);
    }

    /** The policy for one answer. */
    public String with(String nonce) {
        return text.replace(NONCE, nonce);
    }
}
