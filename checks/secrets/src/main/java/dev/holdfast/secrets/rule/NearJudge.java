package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.rule.Manner.Near;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a word near a token whose prefix others use too, or whose body looks like any hash.
 *
 * @param kind what is told of it
 */
record NearJudge(Kind kind, Near near) implements Judge {

    @Override
    public @Nullable Assessment judge(byte[] bytes, int length, int start, int end) {
        boolean named =
                near.words().stream().anyMatch(word -> Around.has(bytes, length, start, end, word));
        if (named) {
            return kind.leaked(kind.severity(), Map.of("named", true));
        }
        return near.otherwise().isEmpty()
                ? null
                : kind.leaked(FormRules.severity(near.otherwise()), Map.of("named", false));
    }
}
