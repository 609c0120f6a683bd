package dev.holdfast.secrets.verify;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.TokenMatch;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a scan finds and somebody can be asked about, until the scan is over. Without
 * {@code --verify} it is closed and keeps nothing, so that values are hashed and forgotten as ever.
 */
public final class KeyRing {
    private static final int MOST_VALUES = 10_000;
    // One value may stand beside several other halves; more than these are no pairs.
    private static final int MOST_WAYS = 3;

    private final @Nullable ProviderSet providers;
    private final Map<String, Kept> kept = new HashMap<>();
    private boolean full;

    private KeyRing(@Nullable ProviderSet providers) {
        this.providers = providers;
    }

    /** One that keeps nothing. */
    public static KeyRing closed() {
        return new KeyRing(null);
    }

    /** One that keeps what somebody of these can be asked about. */
    static KeyRing of(ProviderSet providers) {
        return new KeyRing(providers);
    }

    /**
     * What is kept of one value.
     *
     * @param severity that of its rule, which a value that is in doubt has not
     * @param ways the value with what stood beside it, at its places
     */
    record Kept(Severity severity, Set<Credential> ways) {}

    /**
     * Offers a value where it was found.
     *
     * @param text the bytes in which it stands, of which {@code length} count
     * @param valueHash its keyed hash, by which results know it
     */
    public void offer(byte[] text, int length, TokenMatch token, String valueHash) {
        if (providers != null) {
            keep(providers, text, length, token, valueHash);
        }
    }

    private void keep(
            ProviderSet known, byte[] text, int length, TokenMatch token, String valueHash) {
        String rule = token.rule().info().id().value();
        Optional<Credential> found = known.credential(rule, text, length, token);
        if (found.isPresent()) {
            synchronized (kept) {
                String key = key(rule, valueHash);
                if (kept.size() < MOST_VALUES || kept.containsKey(key)) {
                    Kept now =
                            kept.computeIfAbsent(
                                    key,
                                    _ ->
                                            new Kept(
                                                    token.rule().info().severity(),
                                                    new LinkedHashSet<>()));
                    if (now.ways().size() < MOST_WAYS) {
                        now.ways().add(found.get());
                    }
                } else {
                    full = true;
                }
            }
        }
    }

    /** The ways in which a value can be asked about; none when it was not kept. */
    List<Credential> ways(String rule, String valueHash) {
        synchronized (kept) {
            Kept found = kept.get(key(rule, valueHash));
            return found == null ? List.of() : List.copyOf(found.ways());
        }
    }

    /** Why nobody can be asked about a value that was not kept. */
    String whyNot() {
        synchronized (kept) {
            return full
                    ? "no harmless call is known for this kind of key, or it was found after "
                            + MOST_VALUES
                            + " others, the most that are kept to be asked about"
                    : "no harmless call is known for this kind of key";
        }
    }

    /** The severity of the value's rule, when the value was kept. */
    Optional<Severity> severity(String rule, String valueHash) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key(rule, valueHash))).map(Kept::severity);
        }
    }

    private static String key(String rule, String valueHash) {
        return rule + " " + valueHash;
    }

    @Override
    public String toString() {
        return "(keys)";
    }
}
