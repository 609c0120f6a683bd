package dev.holdfast.secrets.engine;

import dev.holdfast.fuzz.Target;
import dev.holdfast.secrets.engine.vector.FilterPolicy;
import dev.holdfast.secrets.rule.Redaction;
import dev.holdfast.secrets.rule.RuleSeeds;
import dev.holdfast.secrets.rule.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All rules over any bytes: matches lie inside of the input, bytes behind its length decide
 * nothing, vectors find what plain loops find, and windows find together what the whole finds.
 */
public final class EngineTarget implements Target {
    private static final List<Recognizer> RULES = RuleSet.all().recognizers();

    private final Engine engine = Engine.of(RULES, List.of());
    private final Engine vectors =
            Engine.of(RULES, List.of(), FilterPolicy.ofThisJvm(0).filters(1 << 20));

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public List<byte[]> seeds() {
        return RuleSeeds.all(RULES);
    }

    @Override
    public void run(byte[] input) {
        List<Match> whole = engine.scan(input, input.length);
        int last = 0;
        for (Match match : whole) {
            check(match.start() >= last && match.start() < match.end(), "order");
            check(match.end() <= input.length, "a match ends behind the input");
            last = match.start();
            if (match instanceof TokenMatch token) {
                token(token, input);
            }
        }
        check(whole.equals(vectors.scan(input, input.length)), "vectors find something else");
        byte[] longer = Arrays.copyOf(input, input.length + 64);
        Arrays.fill(longer, input.length, longer.length, (byte) 'A');
        check(whole.equals(engine.scan(longer, input.length)), "bytes behind the end count");
        int step = 1 + input.length / 3;
        List<Match> windows = new ArrayList<>();
        for (int from = 0; from < input.length; from += step) {
            windows.addAll(
                    engine.scanWindow(
                            input, input.length, from, Math.min(input.length, from + step)));
        }
        check(whole.equals(windows), "windows find something else");
    }

    private static void token(TokenMatch token, byte[] input) {
        for (Span part : token.parts()) {
            check(0 <= part.start() && part.end() <= input.length, "a part lies outside");
        }
        String redacted = Redaction.of(input, token.start(), token.end());
        String value = Latin1.text(input, token.start(), token.end());
        check(!redacted.contains(value), "a redacted value is the value");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
