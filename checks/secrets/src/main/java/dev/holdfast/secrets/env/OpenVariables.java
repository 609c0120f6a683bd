package dev.holdfast.secrets.env;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables whose values may stand in the output, by value: they name a token that turns out to be
 * one. Not a record: a value must never be printed.
 */
public final class OpenVariables {
    private final Map<String, EnvVariable> byValue = new HashMap<>();

    /** Of several with one value the first counts. */
    public OpenVariables(List<EnvVariable> variables) {
        variables.forEach(each -> byValue.putIfAbsent(each.value(), each));
    }

    /** The variable whose value is exactly these bytes. */
    public Optional<EnvVariable> of(byte[] bytes) {
        return Optional.ofNullable(byValue.get(new String(bytes, StandardCharsets.UTF_8)));
    }
}
