package dev.holdfast.secrets.verify;

import java.util.Map;

/**
 * A key to ask about.
 *
 * @param rule the id of the rule that found it, {@code secrets.<rule>}
 * @param companions what else the call needs, by the name the provider's entry gives it
 */
public record Credential(String rule, Secret secret, Map<String, Secret> companions) {

    public Credential {
        companions = Map.copyOf(companions);
    }

    /** A key that is asked about alone. */
    public static Credential alone(String rule, Secret secret) {
        return new Credential(rule, secret, Map.of());
    }
}
