package dev.holdfast.probes.jwt;

import dev.holdfast.core.check.CheckInfo;

/**
 * A token that a right service refuses.
 *
 * @param key what tells it from others of its rule
 * @param what it is, for a report
 * @param token the whole text
 * @param query the parameter that carries it instead of the header, or empty
 * @param harmless whether a service that takes it does nothing wrong, and it is only told
 */
record Attack(
        CheckInfo rule, String key, String what, String token, String query, boolean harmless) {

    static Attack of(CheckInfo rule, String key, String what, String token) {
        return new Attack(rule, key, what, token, "", false);
    }

    Attack harmlessly() {
        return new Attack(rule, key, what, token, query, true);
    }

    Attack in(String parameter) {
        return new Attack(rule, key, what, token, parameter, harmless);
    }

    /** What it is and nothing of what the token says. */
    @Override
    public String toString() {
        return what;
    }
}
