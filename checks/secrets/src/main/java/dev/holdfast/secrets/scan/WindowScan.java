package dev.holdfast.secrets.scan;

import dev.holdfast.secrets.decode.Decoded;
import dev.holdfast.secrets.decode.Decoders;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the tokens of one run of bytes, plain and decoded up to two deep. */
final class WindowScan {
    private static final int DEEPEST = 2;

    private final Engine engine;
    private final int most;
    private boolean whole = true;

    /**
     * A scan with that engine.
     *
     * @param most how many tokens one run of bytes may hold; behind them nothing is looked at
     */
    WindowScan(Engine engine, int most) {
        this.engine = engine;
        this.most = most;
    }

    /**
     * A token in a window.
     *
     * @param start where it stands in the window; of a decoded one, where the outermost run does
     * @param text the bytes in which it stands
     * @param length how many of them count
     */
    // Handed on and never compared; a copy of the bytes for each would cost more than the scan.
    @SuppressWarnings("ArrayRecordComponent")
    record Sight(
            int start,
            int end,
            byte[] text,
            int length,
            TokenMatch match,
            List<String> decodedFrom) {}

    /** The tokens, by where they stand. */
    List<Sight> scan(byte[] bytes, int length) {
        whole = true;
        List<Sight> found = new ArrayList<>();
        for (TokenMatch match : tokens(bytes, length)) {
            found.add(new Sight(match.start(), match.end(), bytes, length, match, List.of()));
        }
        List<Sight> plain = List.copyOf(found);
        for (Decoded run : Decoders.in(bytes, length)) {
            decoded(run, run.start(), run.end(), List.of(run.encoding()), plain, found);
        }
        found.sort(Comparator.comparingInt(Sight::start).thenComparingInt(Sight::end));
        return found;
    }

    private void decoded(
            Decoded run,
            int start,
            int end,
            List<String> path,
            List<Sight> plain,
            List<Sight> found) {
        byte[] text = run.text();
        for (TokenMatch match : tokens(text, text.length)) {
            if (isNew(text, match, start, end, plain)) {
                found.add(new Sight(start, end, text, text.length, match, path));
            }
        }
        if (path.size() < DEEPEST) {
            for (Decoded deeper : Decoders.in(text, text.length)) {
                List<String> longer = new ArrayList<>(path);
                longer.add(deeper.encoding());
                decoded(deeper, start, end, longer, plain, found);
            }
        }
    }

    /** A run of which only the rest is encoded spells the plain tokens in it once more. */
    private static boolean isNew(
            byte[] text, TokenMatch match, int start, int end, List<Sight> plain) {
        for (int i = firstBehind(plain, start); i < plain.size(); i++) {
            Sight each = plain.get(i);
            if (each.start() >= end) {
                break;
            }
            if (isSame(text, match, each)) {
                return false;
            }
        }
        return true;
    }

    /** The first that ends behind an offset: no plain token lies in another, so ends are sorted. */
    private static int firstBehind(List<Sight> plain, int offset) {
        int low = 0;
        int high = plain.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (plain.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isSame(byte[] text, TokenMatch match, Sight other) {
        TokenMatch token = other.match();
        boolean holds = token.end() - token.start() >= match.end() - match.start();
        return holds
                && token.rule().info().id().equals(match.rule().info().id())
                && Arrays.equals(
                        text,
                        match.start(),
                        match.end(),
                        other.text(),
                        token.start(),
                        token.start() + match.end() - match.start());
    }

    /** Whether all of the last window was looked at, and not only so much as holds very many. */
    boolean whole() {
        return whole;
    }

    private List<TokenMatch> tokens(byte[] bytes, int length) {
        Engine.Scan scan = engine.scan(bytes, length, most);
        whole &= scan.whole();
        List<Match> matches = scan.matches();
        if (matches.isEmpty()) {
            return List.of();
        }
        List<TokenMatch> tokens = new ArrayList<>();
        for (Match each : matches) {
            if (each instanceof TokenMatch token) {
                tokens.add(token);
            }
        }
        return tokens;
    }
}
