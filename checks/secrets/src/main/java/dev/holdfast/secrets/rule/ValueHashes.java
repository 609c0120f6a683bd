package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.TokenMatch;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keyed hashes of values, the same wherever a value stands. Remembers them: the hash of a short
 * value takes long on purpose, and one value may stand in many places.
 */
public final class ValueHashes {
    private final FingerprintKey key;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Hashes with that key. */
    public ValueHashes(FingerprintKey key) {
        this.key = key;
    }

    /** The hash of a run of bytes. */
    public String of(byte[] bytes, int start, int end) {
        return known.computeIfAbsent(
                Latin1.text(bytes, start, end),
                _ -> key.hash(Arrays.copyOfRange(bytes, start, end)));
    }

    /**
     * The hash of a token. The same private key on one line and on many is one value: only its
     * base64 counts.
     */
    public String of(byte[] bytes, TokenMatch token) {
        if (!token.rule().info().id().value().equals("secrets.private-key")) {
            return of(bytes, token.start(), token.end());
        }
        byte[] kept = new byte[token.end() - token.start()];
        int length = 0;
        for (int i = token.start(); i < token.end(); i++) {
            boolean escape = i > token.start() && bytes[i - 1] == '\\';
            if (Bytes.BASE64.has(bytes[i]) && !escape) {
                kept[length++] = bytes[i];
            }
        }
        return key.hash(Arrays.copyOf(kept, length));
    }
}
