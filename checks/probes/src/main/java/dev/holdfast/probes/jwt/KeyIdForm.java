package dev.holdfast.probes.jwt;

import java.util.ArrayList;
import java.util.List;

/**
 * How a token with a key of its own names it. Some services look into the token for a key only when
 * they do not know the one that it names.
 *
 * @param words what is said of it behind the attack's own words, or empty
 * @param token the token in that form
 */
record KeyIdForm(String words, Token token) {
    private static final String UNKNOWN = "holdfast-probe-unknown";

    /** The token as it is, with a kid that nobody knows, and without one when it has one. */
    static List<KeyIdForm> of(Token token) {
        List<KeyIdForm> forms = new ArrayList<>();
        forms.add(new KeyIdForm("", token));
        forms.add(new KeyIdForm(", under an unknown kid", token.header("kid", UNKNOWN)));
        if (token.header().stream().anyMatch(each -> each.getKey().equals("kid"))) {
            forms.add(new KeyIdForm(", without a kid", token.withoutHeader("kid")));
        }
        return forms;
    }
}
