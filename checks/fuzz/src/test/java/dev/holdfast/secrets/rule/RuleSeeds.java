package dev.holdfast.secrets.rule;

import dev.holdfast.fuzz.Text;
import dev.holdfast.secrets.engine.Recognizer;
import java.util.ArrayList;
import java.util.List;

/** Inputs that begin as tokens do: each rule's anchors with random letters behind them. */
public final class RuleSeeds {
    private static final String LETTERS = "aB3dE6gH1jK0mN4pQ7sT2vW5yZ";

    private RuleSeeds() {}

    public static List<byte[]> all(List<Recognizer> rules) {
        List<byte[]> seeds = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            String body = body(rule);
            for (String anchor : rules.get(rule).anchors()) {
                seeds.add(Text.bytes("x = '" + anchor + body + "'\n"));
            }
            for (String keyword : rules.get(rule).keywords()) {
                seeds.add(Text.bytes(keyword + "_key: \"" + body + "\""));
            }
        }
        return seeds;
    }

    private static String body(int rule) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            body.append(LETTERS.charAt((i * 7 + rule + i * i) % LETTERS.length()));
        }
        return body.toString();
    }
}
