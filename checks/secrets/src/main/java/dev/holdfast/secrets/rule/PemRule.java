package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in PEM (RFC 7468), also on one line with {@code \n} written out, or as strings that
 * are joined. A header alone, as libraries hold it to parse keys, is none: key material must follow
 * it.
 */
final class PemRule implements Recognizer {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 40;

    private final Kind kind;
    private final TokenRule rule;

    PemRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of(BEGIN);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int label = anchor + BEGIN.length();
        int dashes =
                Latin1.find(
                        bytes,
                        label,
                        Math.min(length, label + LONGEST_LABEL + DASHES.length()),
                        DASHES);
        if (dashes < 0 || Latin1.find(bytes, label, dashes, "PRIVATE KEY") < 0) {
            return null;
        }
        KeyMaterial body = KeyMaterial.read(bytes, length, dashes + DASHES.length());
        if (!body.isKey(Latin1.find(bytes, label, dashes, "RSA") >= 0)) {
            return null;
        }
        boolean encrypted =
                Latin1.find(bytes, label, dashes, "ENCRYPTED") >= 0 || body.isEncrypted();
        return new TokenMatch(
                rule,
                kind.leaked(
                        encrypted ? Severity.MEDIUM : kind.severity(),
                        Map.of("encrypted", encrypted)),
                anchor,
                footer(bytes, length, body),
                List.of());
    }

    /** Behind the footer when one follows, else behind the material. */
    private static int footer(byte[] bytes, int length, KeyMaterial body) {
        int footer = body.next();
        if (!Literal.at(bytes, length, footer, END)) {
            return body.end();
        }
        int label = footer + END.length();
        int dashes =
                Latin1.find(
                        bytes,
                        label,
                        Math.min(length, label + LONGEST_LABEL + DASHES.length()),
                        DASHES);
        return dashes < 0 ? body.end() : dashes + DASHES.length();
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return KeyMaterial.LONGEST + 4 * LONGEST_LABEL;
    }
}
