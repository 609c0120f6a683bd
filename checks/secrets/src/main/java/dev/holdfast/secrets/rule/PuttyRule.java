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

/** Private keys in PuTTY's own format (PuTTY manual, appendix C). */
final class PuttyRule implements Recognizer {
    private static final String BEGIN = "PuTTY-User-Key-File-";
    private static final String PRIVATE = "Private-Lines: ";
    private static final int LONGEST_PUBLIC = 4_096;

    private final Kind kind;
    private final TokenRule rule;

    PuttyRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of(BEGIN);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int found = Latin1.find(bytes, anchor, Math.min(length, anchor + LONGEST_PUBLIC), PRIVATE);
        if (found < 0) {
            return null;
        }
        int body = found + PRIVATE.length();
        while (body < length && bytes[body] >= '0' && bytes[body] <= '9') {
            body++;
        }
        KeyMaterial material = KeyMaterial.read(bytes, length, body);
        if (!material.isKey(false)) {
            return null;
        }
        boolean encrypted = Latin1.find(bytes, anchor, found, "Encryption: none") < 0;
        return new TokenMatch(
                rule,
                kind.leaked(
                        encrypted ? Severity.MEDIUM : kind.severity(),
                        Map.of("encrypted", encrypted)),
                anchor,
                material.end(),
                List.of());
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return LONGEST_PUBLIC + KeyMaterial.LONGEST + 64;
    }
}
