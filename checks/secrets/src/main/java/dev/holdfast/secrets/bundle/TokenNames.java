package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.NeedleMatch;
import dev.holdfast.secrets.env.Encodings;
import dev.holdfast.secrets.env.EnvVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names the variables whose values are not looked for, because they may stand in the output, when a
 * token turns out to be such a value: a key that is public by design.
 */
final class TokenNames {
    private final Map<Needle, EnvVariable> variables = new HashMap<>();
    private final Engine engine;

    TokenNames(List<EnvVariable> named) {
        List<Needle> needles = new ArrayList<>();
        for (EnvVariable variable : named) {
            plain(variable)
                    .ifPresent(needle -> {
                        needles.add(needle);
                        variables.put(needle, variable);
                    });
        }
        engine = Engine.of(List.of(), needles);
    }

    private static Optional<Needle> plain(EnvVariable variable) {
        try {
            return Encodings.of(variable).stream()
                    .filter(needle -> needle.encoding().equals("plain"))
                    .findFirst();
        } catch (IllegalArgumentException tooShort) {
            return Optional.empty();
        }
    }

    /** The variable whose value is exactly this token. */
    Optional<EnvVariable> of(byte[] token) {
        for (Match match : engine.scan(token, token.length)) {
            if (match instanceof NeedleMatch needle
                    && needle.start() == 0
                    && needle.end() == token.length) {
                return Optional.ofNullable(variables.get(needle.needle()));
            }
        }
        return Optional.empty();
    }
}
