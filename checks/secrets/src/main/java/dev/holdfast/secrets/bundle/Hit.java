package dev.holdfast.secrets.bundle;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Excerpt;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.Expiry;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something found in one run of bytes. Holds no part of the value.
 *
 * @param info the check that it belongs to
 * @param rule the token's rule, or null when it is a value of a variable
 * @param assessment what the token says, or null
 * @param valueHash keyed hash of the value
 * @param offset of the first byte, in the whole content
 */
record Hit(
        CheckInfo info,
        @Nullable TokenRule rule,
        @Nullable Assessment assessment,
        String valueHash,
        String redacted,
        @Nullable Named variable,
        long offset,
        int line,
        int column,
        int endLine,
        int endColumn,
        Excerpt excerpt,
        Set<String> waivers) {

    Hit {
        waivers = Set.copyOf(waivers);
    }

    /** The same hit, with what the time makes of a token that expires. */
    Hit judged(Instant now) {
        Assessment before = assessment;
        return before == null
                ? this
                : new Hit(
                        info,
                        rule,
                        Expiry.judged(before, now),
                        valueHash,
                        redacted,
                        variable,
                        offset,
                        line,
                        column,
                        endLine,
                        endColumn,
                        excerpt,
                        waivers);
    }

    /** The same hit, when nothing else names its variable, with the one that the source reads. */
    Hit readFrom(@Nullable String name) {
        return variable != null || name == null
                ? this
                : new Hit(
                        info,
                        rule,
                        assessment,
                        valueHash,
                        redacted,
                        new Named(name, null, null),
                        offset,
                        line,
                        column,
                        endLine,
                        endColumn,
                        excerpt,
                        waivers);
    }

    /**
     * The variable that a value came from.
     *
     * @param source {@code file:line} of the {@code .env} file, or null when only the output names
     *     it
     * @param encoding the form in which the value stands, or null
     */
    record Named(String name, @Nullable String source, @Nullable String encoding) {}
}
