package dev.holdfast.secrets.scan;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.secrets.rule.RuleSeeds;
import dev.holdfast.secrets.rule.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The whole way of a content: decoders, rules, places. The input lies at the border of two windows,
 * and what is told is what a single window tells, however the bytes come.
 */
public final class ContentTarget implements Target {
    private static final TokenSearch SEARCH =
            TokenSearch.of(FingerprintKey.of("a key of the fuzz tests, long enough"), false);

    // The rules have their own target; here a few of them are enough.
    private static final int EACH = 25;

    private final ContentScan whole = new ContentScan(SEARCH.engine(), SEARCH.hashes(), 1 << 23);
    private final ContentScan windows = new ContentScan(SEARCH.engine(), SEARCH.hashes(), 1);

    @Override
    public String name() {
        return "content";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        List<byte[]> tokens = RuleSeeds.all(RuleSet.all().recognizers());
        for (int i = 0; i < tokens.size(); i += EACH) {
            seeds.add(tokens.get(i));
            seeds.add(Base64.getEncoder().encode(tokens.get(i)));
        }
        seeds.add(Text.bytes("\\u0061\\x62%63&#100;\\\"\\\\n".repeat(8)));
        seeds.add("\uFEFFa=\"b\"".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        return seeds;
    }

    @Override
    public void run(byte[] input) throws IOException {
        List<String> all = told(whole.scan(input, input.length));
        check(all, told(whole.scan(new Pieces(input), 0).found()));
        check(all, told(windows.scan(new Pieces(input), input.length).found()));
        byte[] far = behindFiller(input);
        check(told(whole.scan(far, far.length)), told(windows.scan(new Pieces(far), 0).found()));
    }

    /** The input around the place at which the first window ends. */
    private byte[] behindFiller(byte[] input) {
        int reach = Math.max(SEARCH.engine().reach(), dev.holdfast.secrets.decode.Decoders.LONGEST);
        int border = 3 * reach + (input.length == 0 ? 0 : input[0] & 0xFF);
        byte[] far = new byte[border + input.length + reach];
        java.util.Arrays.fill(far, (byte) ' ');
        for (int i = 63; i < far.length; i += 64) {
            far[i] = '\n';
        }
        System.arraycopy(input, 0, far, border - input.length / 2, input.length);
        return far;
    }

    private static List<String> told(List<Found> found) {
        return found.stream()
                .map(each ->
                        each.rule().info().id()
                                + " "
                                + each.valueHash()
                                + " "
                                + each.offset()
                                + " "
                                + each.line()
                                + ":"
                                + each.column()
                                + "-"
                                + each.endLine()
                                + ":"
                                + each.endColumn()
                                + each.decodedFrom())
                .toList();
    }

    private static void check(List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            throw new AssertionError(expected + " became " + found);
        }
    }
}
