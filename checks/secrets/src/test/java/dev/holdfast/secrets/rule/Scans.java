package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Scans texts with all rules. */
final class Scans {
    private static final Engine ENGINE = Engine.of(RuleSet.firstClass().recognizers(), List.of());

    private Scans() {}

    static List<TokenMatch> tokens(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<TokenMatch> tokens = new ArrayList<>();
        for (Match match : ENGINE.scan(bytes, bytes.length)) {
            if (match instanceof TokenMatch token) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** What is found, as the rule's id behind {@code secrets.} and the text of the match. */
    static List<String> found(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return tokens(text).stream().map(token -> id(token) + " " + value(bytes, token)).toList();
    }

    static String id(TokenMatch token) {
        return token.rule().info().id().value().substring("secrets.".length());
    }

    static String value(byte[] bytes, TokenMatch token) {
        return new String(
                bytes, token.start(), token.end() - token.start(), StandardCharsets.UTF_8);
    }

    /** What is expected of a text that is a token, but for the word that tells its provider. */
    static String trimmed(String rule, String text) {
        String token =
                rule.equals("twilio-key")
                        ? text.replaceAll("(?i)(?:twilio_key=|twilio)", "").strip()
                        : text;
        return rule + " " + token;
    }
}
