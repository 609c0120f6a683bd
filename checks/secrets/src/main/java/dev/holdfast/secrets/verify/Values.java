package dev.holdfast.secrets.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What fills the templates of a call; every value has been held to a form of the data. */
final class Values {
    private final Map<String, String> values;

    private Values(Map<String, String> values) {
        this.values = values;
    }

    /** The values of a credential, or empty when one is missing or not of its form. */
    static Optional<Values> of(Provider provider, Credential credential) {
        Map<String, String> values = new HashMap<>();
        String secret = credential.secret().reveal();
        Matcher matcher = provider.form().matcher(secret);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        values.put("secret", secret);
        matcher.namedGroups().keySet().forEach(name -> values.put(name, group(matcher, name)));
        Map<String, Pattern> beside = new HashMap<>(provider.companions());
        beside.putAll(provider.parts());
        if (!provider.claims().isEmpty()) {
            Map<String, String> claims = Claims.of(secret);
            for (Map.Entry<String, Pattern> claim : provider.claims().entrySet()) {
                String said = claims.getOrDefault(claim.getKey(), "");
                if (!claim.getValue().matcher(said).matches()) {
                    return Optional.empty();
                }
                values.put(claim.getKey(), said);
            }
        }
        for (Map.Entry<String, Pattern> companion : beside.entrySet()) {
            Secret given = credential.companions().get(companion.getKey());
            if (given == null || !companion.getValue().matcher(given.reveal()).matches()) {
                return Optional.empty();
            }
            values.put(companion.getKey(), given.reveal());
        }
        return Optional.of(new Values(values));
    }

    private static String group(Matcher matcher, String name) {
        String found = matcher.group(name);
        return found == null ? "" : found;
    }

    String fill(String template) {
        String filled = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    Collection<String> all() {
        return values.values();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
