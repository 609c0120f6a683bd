package dev.holdfast.secrets.verify;

import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a call needs beside a key, looked for where the key stands. */
final class Beside {
    // A file of settings names the project within some lines of its key.
    private static final int AROUND = 4_096;

    private Beside() {}

    /**
     * The key with all of it that was found: other halves of a pair, which are parts of the match,
     * and the nearest text of each form that is to stand near the key.
     */
    static Credential credential(
            Provider provider, String rule, byte[] text, int length, TokenMatch token) {
        Map<String, Secret> companions = new HashMap<>();
        provider.parts()
                .forEach((name, form) ->
                        part(form, text, token).ifPresent(each -> companions.put(name, each)));
        provider.companions()
                .forEach((name, form) ->
                        nearest(form, text, length, token)
                                .ifPresent(each -> companions.put(name, each)));
        return new Credential(rule, secret(text, token.start(), token.end()), companions);
    }

    private static Optional<Secret> part(Pattern form, byte[] text, TokenMatch token) {
        for (Span each : token.parts()) {
            // JSON may write a slash as "\/".
            String found = Latin1.text(text, each.start(), each.end()).replace("\\/", "/");
            if (form.matcher(found).matches()) {
                return Optional.of(Secret.of(found.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Secret> nearest(
            Pattern form, byte[] text, int length, TokenMatch token) {
        int from = Math.max(0, token.start() - AROUND);
        int to = Math.min(length, token.end() + AROUND);
        Matcher matcher = form.matcher(Latin1.text(text, from, to));
        int least = Integer.MAX_VALUE;
        @Nullable String nearest = null;
        while (matcher.find()) {
            int distance =
                    Math.max(
                            token.start() - (from + matcher.end()),
                            from + matcher.start() - token.end());
            if (distance < least) {
                least = distance;
                nearest = matcher.group();
            }
        }
        return Optional.ofNullable(nearest)
                .map(found -> Secret.of(found.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Secret secret(byte[] text, int start, int end) {
        return Secret.of(Latin1.text(text, start, end).getBytes(StandardCharsets.ISO_8859_1));
    }
}
